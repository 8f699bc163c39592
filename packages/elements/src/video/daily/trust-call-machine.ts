import { VideoError } from '../driver.ts'

/** As far as TypeScript's DOM types do not know it yet. */
interface TrustedTypesFactory {
  readonly defaultPolicy: object | null
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): object
}

const dailyDomains = ['daily.co', 'dailywebrtc.com', 'dailywebrtc.net']

/** The addresses from which daily-js loads its call machine: its own, or the folder that replaces them. */
export const isCallMachineUrl = (url: string, bundlePath: string | undefined): boolean => {
  if (!URL.canParse(url, document.baseURI)) return false
  const { origin, protocol, hostname, pathname } = new URL(url, document.baseURI)
  if (bundlePath !== undefined) {
    const folder = new URL(`${bundlePath.replace(/\/$/, '')}/`, document.baseURI)
    return origin === folder.origin && pathname.startsWith(folder.pathname)
  }
  const own = dailyDomains.some((domain) => hostname === `c.${domain}`)
  return own && protocol === 'https:' && pathname.startsWith('/call-machine/')
}

/**
 * daily-js gives its script element a plain string as address, which a page under `require-trusted-types-for 'script'` refuses. Where
 * such a page allows a policy named `default` and has none, this makes one that lets nothing but the call machine through. A page with a
 * default policy of its own has to let these addresses through itself. Throws `load_failed` when the page would refuse.
 */
export const trustCallMachine = (bundlePath: string | undefined): void => {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
  if (!factory) return
  try {
    if (!factory.defaultPolicy)
      factory.createPolicy('default', { createScriptURL: (url) => (isCallMachineUrl(url, bundlePath) ? url : null) })
  } catch {
    // The page does not allow the policy. Without enforcement nothing is lost; with it, the next lines say so.
  }
  try {
    // Not in the document, so nothing is loaded. daily-js would not notice the refusal and wait for a minute.
    document.createElement('script').src =
      `${bundlePath ?? 'https://c.daily.co/call-machine'}/call-machine-object-bundle.js`
  } catch (error) {
    throw new VideoError('load_failed', "the page's Trusted Types do not allow the call machine", error)
  }
}
