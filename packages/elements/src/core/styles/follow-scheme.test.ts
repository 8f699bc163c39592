import { html, render } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld } from '@visitkit/sdk/testing'

const supports = CSS.supports.bind(CSS)
CSS.supports = (...given: [string, string?]) =>
  !given.join().includes('light-dark') && supports(...(given as [string, string]))

// After that, so that they take this browser for one without it.
await import('../../define/provider.ts')
await import('../../define/waiting-room.ts')
const { brandRule } = await import('../../provider/brand-theme.ts')
const { tokens } = await import('./tokens.ts')
const { unmount } = await import('../../../test/mount.ts')
const { deepQuery, waitFor } = await import('../../../test/story.ts')

const { style } = document.documentElement
afterEach(() => {
  unmount()
  style.colorScheme = ''
})

const names = [...tokens.cssText.matchAll(/(--_[\w-]+):[^;]*light-dark/g)].map(([, name = '']) => name)

const colorsIn = (root: ShadowRoot): Record<string, string> => {
  const probe = root.appendChild(document.createElement('i'))
  const colors = Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(${name})`
      return [name, getComputedStyle(probe).color]
    }),
  )
  probe.remove()
  return colors
}

/** What a browser with `light-dark()` shows. */
const expected = (scheme: string): Record<string, string> => {
  const host = document.body.appendChild(document.createElement('div'))
  host.style.colorScheme = scheme
  const root = host.attachShadow({ mode: 'open' })
  if (tokens.styleSheet) root.adoptedStyleSheets = [tokens.styleSheet]
  const colors = colorsIn(root)
  host.remove()
  return colors
}

const show = async (): Promise<Element> => {
  const { client } = createSampleWorld({ stage: 'waiting' })
  render(
    html`<visit-provider .client=${client('patient')} brand="none"
      ><visit-waiting-room></visit-waiting-room
    ></visit-provider>`,
    document.body,
  )
  const shown = deepQuery(document.body, 'visit-waiting-room')
  if (!shown) throw new Error('no waiting room')
  await waitFor(() => !shown.shadowRoot?.adoptedStyleSheets.includes(tokens.styleSheet as CSSStyleSheet), 'the colors')
  return shown
}
const colorsOf = (element: Element): Record<string, string> => colorsIn(element.shadowRoot as ShadowRoot)

test('light and dark are different, and there are many colors', () => {
  expect(names.length).toBeGreaterThan(15)
  expect(expected('dark')).not.toEqual(expected('light'))
})

test.each(['light', 'dark'])('a page that is %s has the colors of other browsers', async (scheme) => {
  style.colorScheme = scheme
  const element = await show()
  expect(colorsOf(element)).toEqual(expected(scheme))
})

test('a page that says nothing is light, and one that changes is followed', async () => {
  const element = await show()
  expect(colorsOf(element)).toEqual(expected('light'))
  style.colorScheme = 'dark'
  await waitFor(() => element.hasAttribute('data-dark'), 'the dark colors')
  expect(colorsOf(element)).toEqual(expected('dark'))
  style.colorScheme = 'light'
  await waitFor(() => !element.hasAttribute('data-dark'), 'the light colors')
  expect(colorsOf(element)).toEqual(expected('light'))
})

test('an element with a theme of its own has its colors', async () => {
  style.colorScheme = 'light'
  const element = await show()
  element.setAttribute('theme', 'dark')
  await waitFor(() => element.hasAttribute('data-dark'), 'the dark colors')
  expect(colorsOf(element)).toEqual(expected('dark'))
})

test('the colors of a brand have both schemes', () => {
  expect(brandRule('#0a6b70')).toMatch(/--visit-color-accent: var\(--_light,#0a6b70\) var\(--_dark,#[0-9a-f]{6}\);/)
})
