import { html, render } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { phoneLink } from './phone-link.ts'
import { baseStyles } from './styles/base.ts'

const drawn: HTMLElement[] = []
afterEach(() => drawn.splice(0).forEach((host) => host.remove()))

/** A sentence that ends with a number, in a column of this width. */
const linkIn = (width: number): HTMLElement => {
  const host = document.createElement('div')
  Object.assign(host.style, { inlineSize: `${width}px`, padding: '0' })
  document.body.append(host)
  drawn.push(host)
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = baseStyles.flatMap(({ styleSheet }) => styleSheet ?? [])
  render(html`<p>Call the clinic at ${phoneLink('+1-614-555-0100')}.</p>`, root)
  return root.querySelector('a') as HTMLElement
}

test('a number stays on one line if it fits', () => {
  const { width, height } = linkIn(1_000).getBoundingClientRect()
  for (let column = Math.ceil(width) + 8; column < 400; column += 4)
    expect(linkIn(column).getBoundingClientRect().height, `in ${column} px`).toBe(height)
})

test('a number that does not fit breaks instead of overflowing', () => {
  const { width } = linkIn(1_000).getBoundingClientRect()
  expect(linkIn(width * 0.75).getBoundingClientRect().width).toBeLessThanOrEqual(width * 0.75)
})
