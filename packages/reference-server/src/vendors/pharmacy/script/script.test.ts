import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readScriptMessage } from './read-script-message.ts'
import { anyMessage, hostileTexts, sampleBodies, sampleMessage, sampleSubject } from './script.testing.ts'
import { ScriptUnreadable } from './script-unreadable.ts'
import { writeScriptMessage } from './write-script-message.ts'

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const changed = (change: (xml: string) => string): Uint8Array =>
  new TextEncoder().encode(change(textOf(writeScriptMessage(sampleMessage(sampleBodies.NewRx)))))
const unreadableAt = (bytes: Uint8Array): [string, string | null] => {
  try {
    readScriptMessage(bytes)
  } catch (error) {
    if (error instanceof ScriptUnreadable) return [error.at, error.messageId]
    throw error
  }
  return ['nothing', null]
}

describe('a written message', () => {
  it('is read back equal, with any names and notes', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(readScriptMessage(writeScriptMessage(message))).toEqual(message)
      }),
      { numRuns: 500 },
    )
  })

  it.each(hostileTexts)('is not broken by the name %j', (lastName) => {
    const patient = { ...sampleSubject.patient, name: { lastName, firstName: 'Pat' } }
    const read = readScriptMessage(writeScriptMessage(sampleMessage({ type: 'NewRx', ...sampleSubject, patient })))
    expect(read.body).toMatchObject({ patient: { name: { lastName, firstName: 'Pat' } } })
  })

  it('has the same bytes each time, so that a repeat is recognized', () => {
    const message = sampleMessage(sampleBodies.NewRx)
    expect(writeScriptMessage(message)).toEqual(writeScriptMessage(structuredClone(message)))
  })

  it('names elements as SCRIPT does, in its order', () => {
    const xml = textOf(writeScriptMessage(sampleMessage(sampleBodies.NewRx)))
    const names = [...xml.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name)
    expect(names.slice(0, 12)).toEqual([
      'Message',
      'Header',
      'To',
      'From',
      'MessageID',
      'SentTime',
      'SenderSoftware',
      'SenderSoftwareDeveloper',
      'SenderSoftwareProduct',
      'SenderSoftwareVersionRelease',
      'PrescriberOrderNumber',
      'Body',
    ])
    expect(xml).toContain('TransactionVersion="2023011"')
    expect(xml).toContain('<Quantity><Value>30</Value><CodeListQualifier>38</CodeListQualifier>')
    expect(xml).toContain('<Substitutions>0</Substitutions>')
  })

  it('cannot have a message id that others would truncate', () => {
    const message = sampleMessage(sampleBodies.NewRx)
    expect(() => writeScriptMessage({ ...message, header: { ...message.header, messageId: 'x'.repeat(36) } })).toThrow(
      '35',
    )
  })
})

describe('a message of another system', () => {
  it('may contain unknown elements', () => {
    const bytes = changed((xml) => xml.replace('<NewRx>', '<NewRx><UrgencyIndicatorCode>X</UrgencyIndicatorCode>'))
    expect(readScriptMessage(bytes).body.type).toBe('NewRx')
  })

  it.each([
    ['Message', (xml: string) => xml.replaceAll('Message ', 'Envelope ').replace('</Message>', '</Envelope>')],
    ['document (malformed)', (xml: string) => xml.slice(0, -20)],
    ['document (doctype)', (xml: string) => xml.replace('<Message', '<!DOCTYPE Message []><Message')],
    ['MessageID', (xml: string) => xml.replace(/<MessageID>.*<\/MessageID>/, '')],
    ['To', (xml: string) => xml.replace('Qualifier="P"', 'Qualifier="Z"')],
  ])('is refused at its %s', (at, change) => {
    expect(unreadableAt(changed(change))).toEqual([at, null])
  })

  it.each([
    ['SentTime', (xml: string) => xml.replace('2026-11-25T15:04:05Z', 'yesterday')],
    ['Body', (xml: string) => xml.replaceAll('NewRx>', 'Nonsense>')],
    ['Body', (xml: string) => xml.replace('</NewRx>', '</NewRx><Status><Code>000</Code></Status>')],
    ['LastName', (xml: string) => xml.replace('<LastName>Sample</LastName>', '<LastName></LastName>')],
    ['Value', (xml: string) => xml.replace('<Value>30<', '<Value>3e1<')],
    ['Value', (xml: string) => xml.replace('<Value>30<', '<Value>-30<')],
    ['NumberOfRefills', (xml: string) => xml.replace('<NumberOfRefills>3<', '<NumberOfRefills>1.5<')],
    ['Date', (xml: string) => xml.replace('1984-06-15', '1984-02-30')],
    ['SigText', (xml: string) => xml.replace('Take 1', '9'.repeat(5_000))],
  ])('is refused at its %s, and the response can refer to the message', (at, change) => {
    expect(unreadableAt(changed(change))).toEqual([at, '0193a5c0d0a07000800000000000a001'])
  })

  it.each([
    ['a second instruction', (xml: string) => xml.replace(/<Instruction>.*<\/Instruction>/, '$&$&')],
    [
      'a range of doses',
      (xml: string) => xml.replace('</DoseUnitOfMeasure>', '$&<DoseRangeModifier>to</DoseRangeModifier>'),
    ],
    [
      'a time of the day',
      (xml: string) => xml.replace('<Frequency>', '<AdministrationTiming></AdministrationTiming><Frequency>'),
    ],
    ['another unit of time', (xml: string) => xml.replace('<Text>day</Text>', '<Text>week</Text>')],
    ['no number', (xml: string) => xml.replace(/<DoseQuantity>1</, '<DoseQuantity>one<')],
    ['nothing but words', (xml: string) => xml.replace(/<Instruction>.*<\/Instruction>/, '')],
  ])('with %s in its directions is read by its text only: part of the directions would be wrong', (_, change) => {
    const { sig, ...inWords } = sampleSubject.medication
    expect(sig).toMatchObject({ dose: 1, timing: { timesPerDay: 1 } })
    expect(readScriptMessage(changed(change)).body).toEqual({ ...sampleBodies.NewRx, medication: inWords })
  })

  it('that approves and denies at once is refused', () => {
    const bytes = writeScriptMessage(sampleMessage(sampleBodies.CancelRxResponse))
    const both = textOf(bytes).replace('<Response>', '<Response><Approved></Approved>')
    expect(unreadableAt(new TextEncoder().encode(both))[0]).toBe('Response')
    const half = textOf(bytes).replaceAll('Denied>', 'ApprovedWithChanges>')
    expect(unreadableAt(new TextEncoder().encode(half))[0]).toBe('Response')
    const neither = textOf(bytes).replace(/<Denied>.*<\/Denied>/, '')
    expect(unreadableAt(new TextEncoder().encode(neither))[0]).toBe('Response')
  })
})
