/**
 * A module that is fetched when it is needed. One that does not come rejects as a lost connection does, so that it is told as one. A
 * browser from before HTML forgot failed imports (whatwg/html 10327, 2026) fails again until the page is loaded again.
 */
export const loadModule = <Module>(module: Promise<Module>): Promise<Module> =>
  module.catch(() => {
    throw Object.assign(new Error('offline'), { code: 'connection_failed' })
  })
