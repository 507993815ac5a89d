// What is used of undici, as a module of its own: a bundler that splits a program gives the dynamic import of a
// CommonJS package nothing but a default export.
export { Agent, Pool, ProxyAgent } from 'undici';
