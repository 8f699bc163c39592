import { VERSION } from './version.ts'

/** A custom element class with the version of its package. */
export type VersionedElement = CustomElementConstructor & { readonly visitkitVersion?: string }

const inUse = new WeakSet<CustomElementConstructor>()

/** The result of `define`. */
export type DefineResult = 'defined' | 'same-version' | 'conflict'

/**
 * Registers `<prefix-name>`. Loading the same version twice has no effect and logs nothing. Two versions on one page would share the first
 * one's classes, so `define` logs an error with both versions and keeps the first. Never throws: a second script must not break the page.
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
  // A class can be registered with one tag only: a second prefix gets a subclass.
  customElements.define(tag, inUse.has(element) ? class extends element {} : element)
  inUse.add(element)
  return 'defined'
}
