import { VERSION } from './version.ts'

/** The class of a custom element that may carry the version of the copy it came from. */
export type VersionedElement = CustomElementConstructor & { readonly visitkitVersion?: string }

const inUse = new WeakSet<CustomElementConstructor>()

/** What a call of `define` came to. */
export type DefineResult = 'defined' | 'same-version' | 'conflict'

/**
 * Registers `<prefix-name>`. The same version loaded twice is harmless and silent. Two versions on one page would share the first
 * one's classes, so that is said aloud, with both versions, and the first one stays. Never throws: a second script must not
 * break the page.
 */
export const define = (name: string, element: VersionedElement, prefix = 'visit'): DefineResult => {
  const tag = `${prefix}-${name}`
  const present = customElements.get(tag) as VersionedElement | undefined
  if (present) {
    if (present.visitkitVersion === VERSION) return 'same-version'
    console.error(
      `<${tag}> is already registered ${present.visitkitVersion ? `by Visitkit ${present.visitkitVersion}` : 'by something else'}; ` +
        `this page also loads Visitkit ${VERSION}. Load one version, or give one of them its own prefix with defineAll({ prefix }).`,
    )
    return 'conflict'
  }
  // A class can carry one tag only: a second prefix gets a subclass.
  customElements.define(tag, inUse.has(element) ? class extends element {} : element)
  inUse.add(element)
  return 'defined'
}
