import { VideoError } from '../driver.ts'

/** For APIs that TypeScript's DOM types do not have yet. */
interface TrustedTypesFactory {
  readonly defaultPolicy: object | null
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): object
}

const dailyDomains = ['daily.co', 'dailywebrtc.com', 'dailywebrtc.net']

/** `URL.canParse` is missing below Chrome 120. */
const parseUrl = (url: string): URL | null => {
  try {
    return new URL(url, document.baseURI)
  } catch {
    return null
  }
}

/** The URLs from which daily-js loads its call machine: its own, or the folder that replaces them. */
export const isCallMachineUrl = (url: string, bundlePath: string | undefined): boolean => {
  const parsed = parseUrl(url)
  if (parsed === null) return false
  const { origin, protocol, hostname, pathname } = parsed
  if (bundlePath !== undefined) {
    const folder = new URL(`${bundlePath.replace(/\/$/, '')}/`, document.baseURI)
    return origin === folder.origin && pathname.startsWith(folder.pathname)
  }
  const own = dailyDomains.some((domain) => hostname === `c.${domain}`)
  return own && protocol === 'https:' && pathname.startsWith('/call-machine/')
}

/**
 * daily-js sets the URL of its script element as a plain string, which a page with `require-trusted-types-for 'script'` rejects. If such a
 * page allows a policy named `default` and has none, this creates one that allows only the call machine. A page with its own default policy
 * must allow these URLs itself. Throws `load_failed` when the page would reject the script.
 */
export const trustCallMachine = (bundlePath: string | undefined): void => {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
  if (!factory) return
  try {
    if (!factory.defaultPolicy)
      factory.createPolicy('default', { createScriptURL: (url) => (isCallMachineUrl(url, bundlePath) ? url : null) })
  } catch {
    // The page does not allow the policy. Without enforcement this has no effect; with it, the next lines detect that.
  }
  try {
    // The element is not in the document, so nothing is loaded. daily-js would not detect the rejection and would wait for a minute.
    document.createElement('script').src =
      `${bundlePath ?? 'https://c.daily.co/call-machine'}/call-machine-object-bundle.js`
  } catch (error) {
    throw new VideoError('load_failed', "the page's Trusted Types do not allow the call machine", error)
  }
}
