/**
 * Loads a module on demand. A failed load rejects like a lost connection, so that it is shown as one. Browsers without the HTML change of
 * 2026 (whatwg/html 10327) cache a failed import: it fails again until the page is reloaded.
 */
export const loadModule = <Module>(module: Promise<Module>): Promise<Module> =>
  module.catch(() => {
    throw Object.assign(new Error('offline'), { code: 'connection_failed' })
  })
