import { createRequire } from 'node:module'

/**
 * Node 24 has no `Temporal`. There this installs the polyfill, which follows the same specification and its test suite. Loaded with
 * `require`, so that it is available before the next module is evaluated.
 */
if (!('Temporal' in globalThis)) createRequire(import.meta.url)('temporal-polyfill/global')
