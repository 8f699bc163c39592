import { unsafeCSS, type LitElement, type ReactiveController } from 'lit'
import { announceProvider } from '../client-context.ts'
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

const follow = (element: LitElement): ReactiveController => ({
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

const followed = new WeakSet<LitElement>()

/** Gives a provider, and each element that asks it for the connection, the colors of its scheme, and marks it while that is dark. */
export const followSchemeIn = (provider: HTMLElement): void => {
  const asked = (event: Event): void => {
    const [element] = event.composedPath() as LitElement[]
    // Others may ask for the connection too.
    if (!element?.addController || followed.has(element)) return
    followed.add(element)
    element.addController(follow(element))
  }
  provider.addEventListener('context-request', asked, { capture: true })
  announceProvider()
}
