// npm run generate: writes every file that follows from others.
import './generate-config-schema.ts';
import './generate-settings.ts';
import './generate-snippets.ts';
