import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readScriptMessage } from './read-script-message.ts'
import type { ScriptBody } from './script-message.ts'
import { anyMessage, hostileTexts, sampleBodies, sampleMessage, sampleSubject } from './script.testing.ts'
import { ScriptUnreadable } from './script-unreadable.ts'
import { writeScriptMessage } from './write-script-message.ts'

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const changed = (change: (xml: string) => string): Uint8Array =>
  new TextEncoder().encode(change(textOf(writeScriptMessage(sampleMessage(sampleBodies.NewRx)))))
const faultOf = (bytes: Uint8Array): [at: string, fault: string, messageId: string | null] => {
  try {
    readScriptMessage(bytes)
  } catch (error) {
    if (error instanceof ScriptUnreadable) return [error.at, error.fault, error.messageId]
    throw error
  }
  return ['nothing', 'none', null]
}
const unreadableAt = (bytes: Uint8Array): [string, string | null] => {
  const [at, , messageId] = faultOf(bytes)
  return [at, messageId]
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

  it.each<[string, ScriptBody['type'], string, (xml: string) => string]>([
    [
      'an approval and a denial in two responses',
      'CancelRxResponse',
      'Response',
      (xml) => xml.replace('<Response>', '<Response><Approved></Approved></Response>$&'),
    ],
    ['one response twice', 'CancelRxResponse', 'Response', (xml) => xml.replace(/<Response>.*<\/Response>/, '$&$&')],
    ['one outcome twice', 'CancelRxResponse', 'Denied', (xml) => xml.replace(/<Denied>.*<\/Denied>/, '$&$&')],
    [
      'dispensed and not dispensed',
      'RxFill',
      'FillStatus',
      (xml) => xml.replace('<FillStatus>', '<FillStatus><NotDispensed></NotDispensed></FillStatus>$&'),
    ],
    [
      'dispensed and not dispensed in one status',
      'RxFill',
      'FillStatus',
      (xml) => xml.replace('</FillStatus>', '<NotDispensed></NotDispensed>$&'),
    ],
    [
      'an error after a receipt',
      'Verify',
      'Body',
      (xml) => xml.replace('</Body>', '$&<Body><Error><Code>900</Code></Error></Body>'),
    ],
    ['two results in one body', 'Verify', 'Body', (xml) => xml.replace('</Body>', '<Error><Code>900</Code></Error>$&')],
    ['two codes', 'Verify', 'Code', (xml) => xml.replace('<Code>010</Code>', '$&<Code>900</Code>')],
    ['two quantities', 'RxFill', 'Quantity', (xml) => xml.replace(/<Quantity>.*<\/Quantity>/, '$&$&')],
    ['two last names', 'RxFill', 'LastName', (xml) => xml.replace('<LastName>', '<LastName>Other</LastName>$&')],
    ['two directions in words', 'RxFill', 'SigText', (xml) => xml.replace('<SigText>', '<SigText>Take 9.</SigText>$&')],
  ])('with %s is contradictory', (_, type, at, change) => {
    const bytes = new TextEncoder().encode(change(textOf(writeScriptMessage(sampleMessage(sampleBodies[type])))))
    expect(faultOf(bytes)).toEqual([at, 'contradictory', '0193a5c0d0a07000800000000000a001'])
  })

  it.each([
    ['header', 'Header', /<Header>.*<\/Header>/],
    ['message id', 'MessageID', /<MessageID>.*<\/MessageID>/],
  ])('with two of its %s is contradictory, and the response refers to neither', (_, at, repeated) => {
    expect(faultOf(changed((xml) => xml.replace(repeated, '$&$&')))).toEqual([at, 'contradictory', null])
  })

  it.each(['Status', 'Verify', 'Error'] as const)('of type %s with a code that is not known is refused', (type) => {
    for (const code of ['999', '0100', '10', 'OK'])
      expect(faultOf(writeScriptMessage(sampleMessage({ ...sampleBodies[type], code })))).toEqual([
        'Code',
        'unknown-code',
        '0193a5c0d0a07000800000000000a001',
      ])
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
