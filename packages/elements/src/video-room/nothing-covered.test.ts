import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import { mount, unmount } from '../../test/mount.ts'
import '../../test/stage-sample.ts'
import '../define/provider.ts'

afterEach(() => {
  unmount()
  document.body.removeAttribute('style')
})

type Corners = { readonly what: string; readonly rect: DOMRect }

/** Half a pixel of rounding is no overlap. */
const overlap = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5

const overlapsOf = (parts: readonly Corners[]): string[] =>
  parts.flatMap((one, index) =>
    parts.slice(index + 1).flatMap((other) => (overlap(one.rect, other.rect) ? [`${one.what} and ${other.what}`] : [])),
  )

describe.each([320, 390, 600, 760, 960])('on a stage of about %i px', (width) => {
  test.each(['en', 'es', 'ar'])('name, time, state and own picture cover nothing of each other (%s)', async (lang) => {
    document.body.style.inlineSize = `${width - 32}px`
    const long = 'Dr. Alexandria Sample-Montgomery'
    const sample = html`<stage-sample .name=${long} .elapsed=${'1:02:33'}></stage-sample>`
    const body = await mount(withProvider(createSampleWorld().client('patient'), sample), lang)
    // The words of another language are loaded first.
    const stage = await waitFor(() => deepQuery(body, '.stage'), 'the stage')
    const parts = [...stage.querySelectorAll('.nameplate, .timer, .state > span, .self, .controls .btn')].map(
      (one) => ({
        what: `${one.className}: ${one.textContent?.trim()}`,
        rect: one.getBoundingClientRect(),
      }),
    )
    expect(parts.length).toBeGreaterThan(8)
    expect(overlapsOf(parts)).toEqual([])
    const { left, right } = stage.getBoundingClientRect()
    for (const { what, rect } of parts) expect(rect.left >= left && rect.right <= right, what).toBe(true)
  })
})
