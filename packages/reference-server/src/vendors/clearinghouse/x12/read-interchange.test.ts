import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { exampleAccount, exampleClaim } from '../example-claim.testing.ts'
import { writeClaimFile } from '../write-claim-file.ts'
import { chooseDelimiters, usualDelimiters } from './delimiters.ts'
import { readInterchange } from './read-interchange.ts'
import { segment } from './segment.ts'
import { writeInterchange, type Envelope } from './write-interchange.ts'
import { X12Unreadable } from './x12-unreadable.ts'

const file = writeClaimFile({
  account: exampleAccount,
  control: { interchange: 7, group: 8 },
  fileReference: 'F7',
  createdAt: new Date('2026-11-24T10:15:00Z'),
  claims: [exampleClaim],
})

const faultOf = (text: string): string => {
  try {
    readInterchange(text)
  } catch (error) {
    if (error instanceof X12Unreadable) return error.code
    throw error
  }
  return 'none'
}

describe('readInterchange', () => {
  it('reads the envelope that was written', () => {
    expect(readInterchange(file)).toMatchObject({
      senderId: 'VISITKIT1',
      receiverId: 'SIMCLEAR',
      controlNumber: 7,
      usage: 'test',
      groups: [{ functionalId: 'HC', controlNumber: 8, sets: [{ id: '837', controlNumber: '0001' }] }],
    })
  })

  it.each([
    ['a segment that was added', (text: string) => text.replace('LX*1~', 'LX*1~LX*2~'), 'count'],
    ['a segment that was lost', (text: string) => text.replace('LX*1~', ''), 'count'],
    ['a count that is wrong', (text: string) => text.replace('SE*28', 'SE*29'), 'count'],
    ['a group too many in the trailer', (text: string) => text.replace('IEA*1', 'IEA*2'), 'count'],
    ['a set too many in the trailer', (text: string) => text.replace('GE*1', 'GE*2'), 'count'],
    [
      'another interchange number at the end',
      (text: string) => text.replace('000000007~', '000000009~'),
      'control_number',
    ],
    ['another group number at the end', (text: string) => text.replace('GE*1*8', 'GE*1*9'), 'control_number'],
    ['another set number at the end', (text: string) => text.replace('*0001~GE', '*0002~GE'), 'control_number'],
    ['an end that is cut off', (text: string) => text.slice(0, -20), 'unterminated'],
    ['a trailer that is missing', (text: string) => text.replace(/IEA.*$/, ''), 'unclosed'],
    ['something after the end', (text: string) => `${text}NTE*X~`, 'unclosed'],
    ['two interchanges in one file', (text: string) => text + text, 'outside_envelope'],
    ['a segment between group and set', (text: string) => text.replace('ST*837', 'NTE*X~ST*837'), 'outside_envelope'],
    ['another version', (text: string) => text.replace('*00501*', '*00401*'), 'version'],
    [
      'a width that is wrong',
      (text: string) => text.replace('VISITKIT1      *ZZ*', 'VISITKIT1     *ZZ *'),
      'header_length',
    ],
    ['delimiters that are one', (text: string) => `${text.slice(0, 104)}*${text.slice(105)}`, 'delimiters'],
    ['a page of something else', () => `<!doctype html>${' '.repeat(200)}`, 'no_interchange'],
    ['nothing', () => '', 'no_interchange'],
  ])('refuses a file with %s', (_name, spoil, code) => {
    expect(faultOf(spoil(file))).toBe(code)
  })

  it('allows line breaks after segments and a byte order mark, as some partners write', () => {
    const airy = `\uFEFF${file.replaceAll('~', '~\r\n')}`
    expect(readInterchange(airy).groups).toEqual(readInterchange(file).groups)
  })

  it('never crashes on other content, and never accepts a truncated file', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.string({ maxLength: 5 }), (at, noise) => {
        expect(faultOf(file.slice(0, at))).not.toBe('none')
        expect(typeof faultOf(file.slice(0, at) + noise + file.slice(at))).toBe('string')
      }),
    )
  })

  it('reads back any written segments, with standard or other delimiters', () => {
    const word = fc.stringMatching(/^[A-Z0-9 .,'"()/-]{1,12}$/).filter((text) => text.trim() === text)
    const element = fc.oneof(
      word,
      fc.array(word, { minLength: 2, maxLength: 4 }).map((parts) => parts as readonly string[]),
    )
    const body = fc.array(
      fc.tuple(fc.constantFrom('NM1', 'REF', 'HI'), fc.array(element, { minLength: 1, maxLength: 6 })),
      {
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(body, fc.subarray(['*', '^', ':', '~', '|', '}']), (segments, taken) => {
        const delimiters = chooseDelimiters(new Set(taken)) ?? usualDelimiters
        const envelope: Envelope = {
          senderId: 'AAA',
          receiverId: 'BBB',
          interchangeControlNumber: 1,
          groupControlNumber: 1,
          functionalId: 'HC',
          version: '005010X222A1',
          transactionSet: '837',
          createdAt: new Date(0),
          usage: 'test',
          delimiters,
        }
        const written = segments.map(([tag, elements]) => segment(tag, ...elements))
        const read = readInterchange(writeInterchange(envelope, written)).groups[0]?.sets[0]?.segments
        expect(read?.map(({ tag, elements }) => ({ tag, elements }))).toEqual(written)
      }),
    )
  })
})
