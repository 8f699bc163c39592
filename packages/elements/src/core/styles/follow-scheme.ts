import { unsafeCSS, type ReactiveController } from 'lit'
import { tokens } from './tokens.ts'
import { withoutLightDark } from './without-light-dark.ts'

/** For browsers without `light-dark()` only. */
const { styleSheet: pairs } = unsafeCSS(`${withoutLightDark(tokens.cssText)}
  :host { --_light: initial; --_dark: ; }
  :host([data-dark]) { --_light: ; --_dark: initial; }`)

const followers = new Set<HTMLElement>()
const system = matchMedia('(prefers-color-scheme: dark)')

/** By the element's theme, or what the page says around it. */
const isDark = (element: HTMLElement): boolean => {
  const { colorScheme } = getComputedStyle(element)
  const schemes =
    colorScheme === 'normal'
      ? (document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content ?? '')
      : colorScheme
  return schemes.includes('dark') && (system.matches || !schemes.includes('light'))
}

const mark = (element: HTMLElement): void => void element.toggleAttribute('data-dark', isDark(element))

const markAll = (): void => followers.forEach(mark)

system.addEventListener('change', markAll)
const page = new MutationObserver(markAll)
for (const element of [document.documentElement, document.body]) page.observe(element, { attributes: true })

/** Gives an element the colors of its scheme, and marks it while that is dark. Add it to each element as a controller. */
export const followScheme = (
  element: HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment },
): ReactiveController => ({
  hostConnected: () => {
    const { renderRoot: root } = element
    if (root instanceof ShadowRoot && pairs)
      root.adoptedStyleSheets = root.adoptedStyleSheets.map((sheet) => (sheet === tokens.styleSheet ? pairs : sheet))
    followers.add(element)
    page.observe(element, { attributeFilter: ['theme'] })
    mark(element)
  },
  hostDisconnected: () => void followers.delete(element),
})
