import { html, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { expect, test } from 'vitest'
import { keptRow } from './kept-row.ts'

interface Row {
  readonly id: string
  readonly name: string
}

const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => id)

/** Renders a list, and says which of its rows were rendered. */
const list = () => {
  const place = document.createElement('ul')
  return (rows: readonly Row[], chosen = ''): string[] => {
    const rendered: string[] = []
    const row = (one: Row) => {
      rendered.push(one.id)
      return html`<li>${one.name}${one.id === chosen ? ' chosen' : ''}</li>`
    }
    const kept = (one: Row) => keptRow([one, one.id === chosen], () => row(one))
    render(html`${repeat(rows, ({ id }) => id, kept)}`, place)
    expect([...place.children].map((one) => one.textContent)).toEqual(
      rows.map(({ id, name }) => (id === chosen ? `${name} chosen` : name)),
    )
    return rendered
  }
}

const [ann, ben, cara]: readonly [Row, Row, Row] = [
  { id: 'a', name: 'Ann' },
  { id: 'b', name: 'Ben' },
  { id: 'c', name: 'Cara' },
]

test('a list renders the rows that have changed, and no others', () => {
  const show = list()
  expect(show([ann, ben, cara])).toEqual(ids([ann, ben, cara]))
  expect(show([ann, ben, cara])).toEqual([])
  expect(show([ann, ben, cara], 'b')).toEqual(['b'])
  expect(show([ann, ben, cara], 'c')).toEqual(['b', 'c'])
  expect(show([ann, { ...ben, name: 'Benno' }, cara], 'c')).toEqual(['b'])
})

test('a row that moves is kept, and one that returns is rendered', () => {
  const show = list()
  show([ann, ben, cara])
  expect(show([cara, ann, ben])).toEqual([])
  expect(show([cara, ben])).toEqual([])
  expect(show([cara, ann, ben])).toEqual(['a'])
})
