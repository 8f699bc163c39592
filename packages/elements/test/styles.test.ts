import { describe, expect, test } from 'vitest'

/* Rules for every source file of the elements. */

const sources = Object.entries(
  import.meta.glob<string>(['../src/**/*.ts', '!../src/**/*.test.ts', '!../src/**/*.stories.ts'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
)
const styles = sources.flatMap(([path, source]) =>
  [...source.matchAll(/css`([^`]*)`/g)].map(([, text = '']) => [path, text] as const),
)
const tokens = new Set(
  [...(sources.find(([path]) => path.endsWith('styles/tokens.ts'))?.[1] ?? '').matchAll(/(--_[\w-]+):/g)].map(
    ([, name]) => name,
  ),
)

test('the sources were found', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(styles.length).toBeGreaterThan(15)
  expect(tokens.size).toBeGreaterThan(20)
})

describe.each(styles)('%s', (_, text) => {
  test('uses only tokens that exist', () => {
    const own = new Set([...text.matchAll(/(--_[\w-]+):/g)].map(([, name]) => name))
    const used = [...text.matchAll(/var\((--_[\w-]+)/g)].map(([, name]) => name)
    expect(used.filter((name) => !tokens.has(name) && !own.has(name))).toEqual([])
  })

  test('uses logical directions, not left and right', () => {
    const physical =
      /(?<![\w-])(margin|padding|border|inset)?-?(left|right)\s*:|text-align:\s*(left|right)|(?<![\w-])(width|height|min-width|max-width|min-height|max-height)\s*:(?![^;{]*\))/g
    const declarations = text.replace(/@(media|container)[^{]*/g, '')
    expect(declarations.match(physical)).toBeNull()
  })
})

test('colors are defined once, as tokens', () => {
  const elsewhere = styles.filter(
    ([path, text]) => !/styles\/(tokens|dialog)\.ts$/.test(path) && /#[0-9a-f]{3,8}\b/i.test(text),
  )
  // The stage of a video call is dark in every theme, and so are the captions on it.
  expect(
    elsewhere.map(([path]) => path).filter((path) => !/\/(video-room|device-check|captions)\//.test(path)),
  ).toEqual([])
})

test('no template sets a style or a handler that a strict policy forbids', () => {
  const faults = sources.filter(([, source]) =>
    [...source.matchAll(/html`([^`]*)`/g)].some(([, text = '']) => /\sstyle=|\son\w+=|javascript:/.test(text)),
  )
  expect(faults.map(([path]) => path)).toEqual([])
})

test('nothing writes markup, evaluates text or stores data in the browser', () => {
  const words =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|unsafeHTML|localStorage|sessionStorage|indexedDB|document\.cookie/
  const writing = sources.filter(([, source]) => words.test(source)).map(([path]) => path)
  // Ids of devices, which are of no person (decision 78).
  expect(writing).toEqual(['../src/media/remembered-devices.ts'])
})

test('only icons and the plots of all elements are drawn', () => {
  const drawn = sources.filter(([, source]) => source.includes('<svg')).map(([path]) => path)
  expect(drawn.filter((path) => !/\/core\/(icons|plot\/[\w-]+)\.ts$/.test(path))).toEqual([])
})
