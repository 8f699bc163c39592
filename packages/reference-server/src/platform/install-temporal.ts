import { createRequire } from 'node:module'

/**
 * Node 24 has no `Temporal`: there the polyfill takes its place, which follows the same specification and its test suite. Loaded with
 * `require`, so that it is there before the module that comes next is evaluated.
 */
if (!('Temporal' in globalThis)) createRequire(import.meta.url)('temporal-polyfill/global')
