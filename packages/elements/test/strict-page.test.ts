import { afterEach, expect, test } from 'vitest'
import { waitFor } from './story.ts'

afterEach(() => document.body.replaceChildren())

/**
 * A page with the strictest policy of a portal: no inline script or style, no eval, no markup from text except through Lit's own Trusted
 * Types policy.
 */
const strictPage = async (script: string): Promise<Window> => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')
  const frame = document.createElement('iframe')
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = `<!doctype html><html lang="en"><head>
    <meta http-equiv="Content-Security-Policy" content="${policy}"><title>Portal</title>
    <script type="module" src="${new URL(script, import.meta.url).href}"></script></head><body></body></html>`
  document.body.append(frame)
  await loaded
  if (!frame.contentWindow) throw new Error('The page has no window')
  return frame.contentWindow
}

test('elements render and work under a strict policy with Trusted Types, without a violation', async () => {
  const page = await strictPage('./strict-page.ts')
  const shown = (): string => page.document.querySelector('visit-booking')?.shadowRoot?.textContent ?? ''
  await waitFor(() => shown().includes('What do you need help with?'), 'the booking')
  page.document.querySelector('visit-booking')?.shadowRoot?.querySelector<HTMLElement>('.pick')?.click()
  await waitFor(() => shown().includes('What kind of visit?'), 'the next step')
  const button = page.document.querySelector('visit-booking')?.shadowRoot?.querySelector('.pick')
  expect(button && page.getComputedStyle(button).display).toBe('flex') // styles apply
  expect(page.violations).toEqual([])
})

test('the policy of that page is enforced', async () => {
  const page = await strictPage('./watch-violations.ts')
  const element = page.document.createElement('p')
  element.setAttribute('style', 'color: red')
  page.document.body.append(element)
  await waitFor(() => page.violations.length > 0, 'the violation')
  expect(page.violations[0]).toContain('style-src')
})
