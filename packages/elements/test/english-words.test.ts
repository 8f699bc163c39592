import { afterEach, beforeEach, expect, test } from 'vitest'
import { englishIn, englishWords } from './english-words.ts'
import { textsShown } from './texts-shown.ts'

const english = await englishWords()
const found = (): string[] =>
  textsShown('es')
    .filter(({ text }) => englishIn(text, english).length > 0)
    .map(({ text }) => text)

const show = (content: string): void => {
  document.body.innerHTML = '<main></main>'
  document.body.firstElementChild?.attachShadow({ mode: 'open' }).setHTMLUnsafe(content)
}
beforeEach(() => (document.title = 'Prueba'))
afterEach(() => document.body.replaceChildren())

test.each([
  ['a text', '<p>Choose another time</p>'],
  ['one word', '<button>Save</button>'],
  ['a label that is only read out', '<button aria-label="Close">×</button>'],
  ['a placeholder', '<input placeholder="Your name" />'],
  ['a part of a Spanish sentence', '<p>Su consulta con the clinic</p>'],
])('%s in English is found on a Spanish page', (_, content) => {
  show(content)
  expect(found()).toHaveLength(1)
})

test.each([
  ['Spanish', '<p>Elija otra hora</p><button aria-label="Cerrar">×</button>'],
  ['what is marked as English', '<b lang="en">Choose another time</b>'],
  ['what a person wrote', '<p dir="auto">Choose another time</p>'],
  ['the name of a person', '<p>Con Dr. Jo Sample</p>'],
])('%s is not', (_, content) => {
  show(content)
  expect(found()).toEqual([])
})
