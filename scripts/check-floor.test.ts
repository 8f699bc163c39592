import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { floor } from './floor/floor.ts'
import { floorFaults } from './floor/floor-faults.ts'

const faultsIn = async (text: string, name = 'bundle.js'): Promise<readonly string[]> =>
  floorFaults([{ name, text }], [])

test.each([
  ['const { promise } = Promise.withResolvers()', 'javascript.builtins.Promise.withResolvers'],
  ['URL.canParse(text)', 'api.URL.canParse_static'],
  ['AbortSignal.any([one, other])', 'api.AbortSignal.any_static'],
  ['known.isDisjointFrom(other)', 'javascript.builtins.Set.isDisjointFrom'],
  ['element.checkVisibility()', 'api.Element.checkVisibility'],
  ['const { checkVisibility } = element', 'api.Element.checkVisibility'],
  ['byId.values().map(read)', 'javascript.builtins.Iterator.map'],
  ['Temporal.Now.instant()', 'javascript.builtins.Temporal'],
  ['new Intl.DurationFormat("en")', 'javascript.builtins.Intl.DurationFormat'],
  ['navigator.userActivation.isActive', 'api.Navigator.userActivation'],
  ['list.addEventListener("scrollend", stop)', 'api.Document.scrollend_event'],
  ['html`<div popover>${text}</div>`', 'html.global_attributes.popover'],
  ['css`a { color: light-dark(red, blue) }`', 'css.types.color.light-dark'],
  ['css`.a { field-sizing: content }`', 'css.properties.field-sizing'],
  ['css`label:has(:checked) { color: red }`', 'css.selectors.has'],
  ['css`.a { .b { color: red } }`', 'css.selectors.nesting'],
  ['css`@starting-style { a { color: red } }`', 'css.at-rules.starting-style'],
  ['const rule = `:host { color: light-dark(${a}, ${b}) }`', 'css.types.color.light-dark'],
])('%s is found', async (text, path) => {
  expect((await faultsIn(text)).join()).toContain(`bundle.js: ${path} is not in `)
})

test('syntax that a browser cannot read is found', async () => {
  expect(await faultsIn('const letters = /[a-z--[aeiou]]/v')).toEqual([
    'bundle.js: a browser cannot read the syntax of: const letters = /[a-z--[aeiou]]/v;',
  ])
})

test('a style sheet is read as one', async () => {
  expect((await faultsIn('a { color: light-dark(red, blue) }', 'portal.css')).join()).toContain('light-dark is not in')
})

test.each([
  'Object.values(byId).map(read); [].concat(other).toSorted(); new Set([1]).has(1)',
  'const Temporal = load(); Temporal.now()',
  'css`a { color: red; block-size: 100dvh } @container (max-width: 2em) { a { inset: 0 } }`',
  'structuredClone(value); Promise.allSettled(all); text.replaceAll("a", "b").at(-1)',
])('%s works in every browser', async (text) => {
  expect(await faultsIn(text)).toEqual([])
})

test('a fault names the file of the source and the browsers, and may be allowed there only', async () => {
  const text = '// src/one.ts\nPromise.withResolvers()\n// src/two.ts\nPromise.withResolvers()\n'
  const features = ['javascript.builtins.Promise.withResolvers']
  const allowed = [{ features, files: ['src/one.ts'], reason: 'for this test' }]
  const faults = await floorFaults([{ name: 'bundle.js', text }], allowed)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(/^src\/two\.ts: .* is not in safari 17\.4, safari_ios 17\.4, firefox 121, /)
})

test('what is allowed and no longer used is a fault', async () => {
  const features = ['javascript.builtins.Promise.withResolvers']
  expect(await floorFaults([{ name: 'bundle.js', text: '1' }], [{ features, reason: 'for this test' }])).toEqual([
    'scripts/floor/allowed-uses.ts: javascript.builtins.Promise.withResolvers is not used in any file',
  ])
})

test.each(['docs/guides/browsers.md', 'packages/sdk/README.md', 'packages/elements/README.md'])(
  '%s names the browsers that the check holds',
  (page) => {
    const text = readFileSync(join(import.meta.dirname, '..', page), 'utf8')
    const { safari, safari_ios: ios, firefox, chrome, edge } = floor
    const named = { Safari: safari, iOS: ios, Firefox: firefox, Chrome: chrome, Edge: edge }
    for (const [name, version] of Object.entries(named)) expect(text).toContain(`${name} ${version}`)
  },
)
