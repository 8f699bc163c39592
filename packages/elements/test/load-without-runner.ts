/* Vitest wraps each dynamic import of the files that it serves. A page in which it runs no test loads them as they are. */

Object.assign(globalThis, { __vitest_browser_runner__: { wrapDynamicImport: (load: () => unknown) => load() } })
