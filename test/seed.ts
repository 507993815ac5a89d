import { configureGlobal } from 'fast-check';

// The same cases in every run and on every machine; `FC_SEED=7 npx vitest run` looks for others.
configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_121) });
