import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readScript } from '../../../../../sandbox/src/pharmacy/read-script.ts'
import { signatureHeaders } from '../network/message-signature.ts'
import { readScriptMessage } from './read-script-message.ts'
import { exampleOf, indented, sampleBodies } from './script.testing.ts'
import { writeScriptMessage } from './write-script-message.ts'

const page = await readFile(new URL('../../../../../../docs/reference/wire/script.md', import.meta.url), 'utf8')
const examples = new Map(
  [...page.matchAll(/^### (\w+)\n\n.*\n\n```xml\n([^`]+)\n```/gm)].map(([, type = '', xml = '']) => [type, xml]),
)

describe('the page about SCRIPT', () => {
  it('has an example of each message and of nothing else', () => {
    expect([...examples.keys()].toSorted()).toEqual(Object.keys(sampleBodies).toSorted())
  })

  it.each(Object.keys(sampleBodies) as (keyof typeof sampleBodies)[])('shows %s as it is written and read', (type) => {
    const example = examples.get(type) ?? ''
    expect(example).toBe(indented(writeScriptMessage(exampleOf(type))))
    const bytes = new TextEncoder().encode(example)
    expect(readScriptMessage(bytes)).toEqual(exampleOf(type))
    // The sandbox network's parser, which uses another library.
    expect(readScript(bytes)).toMatchObject({ type, messageId: exampleOf(type).header.messageId })
  })

  it('shows a valid signature', () => {
    const [, body = ''] = /over `([^`]+)` with the secret/.exec(page) ?? []
    const bytes = new TextEncoder().encode(body.replace(/^\d+\./, ''))
    const headers = signatureHeaders('sample secret', bytes, new Date('2026-11-25T15:04:05Z'))
    for (const [name, value] of Object.entries(headers)) expect(page).toContain(`${name}: ${value}`)
  })
})
