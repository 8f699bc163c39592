import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readServiceCodes } from './read-service-codes.ts'

const heading = 'code_system,code,name,charge\n'
const unlicensed = { cptLicensed: false }
const licensed = { cptLicensed: true }

describe('a file of service codes', () => {
  it('is read with quotation marks, commas, line ends of either kind and an empty last line', () => {
    const csv = `\uFEFF${heading}HCPCS,g2010,"Picture, looked at",25\r\nlocal,VISIT15,"The ""short"" visit",75.50\n\n`
    expect(readServiceCodes(csv, unlicensed)).toEqual({
      faults: [],
      rows: [
        { codeSystem: 'HCPCS', code: 'G2010', name: 'Picture, looked at', chargeCents: 2500 },
        { codeSystem: 'local', code: 'VISIT15', name: 'The "short" visit', chargeCents: 7550 },
      ],
    })
  })

  it('with a code that looks like CPT is refused without a license, whatever system it claims', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{4}[0-9FTUM]$/),
        fc.constantFrom('CPT', 'HCPCS', 'local', 'cpt'),
        (code, system) => {
          const { rows, faults } = readServiceCodes(`${heading}${system},${code},Fake,1\n`, unlicensed)
          expect(rows).toEqual([])
          expect(faults).toMatchObject([{ line: 2, field: 'code', code: 'license-missing' }])
        },
      ),
    )
  })

  it('with CPT codes is taken with a license', () => {
    expect(readServiceCodes(`${heading}CPT,00000,Fake,10\n`, licensed)).toMatchObject({
      rows: [{ codeSystem: 'CPT', code: '00000', chargeCents: 1000 }],
    })
  })

  it('passes no CPT code off as HCPCS or as the house’s own, license or not', () => {
    for (const system of ['HCPCS', 'local'])
      expect(readServiceCodes(`${heading}${system},00000,Fake,10\n`, licensed).faults).toMatchObject([
        { code: 'code-shape' },
      ])
  })

  it('with a dental code is refused, license or not', () => {
    expect(readServiceCodes(`${heading}HCPCS,D0120,Fake,10\n`, licensed).faults).toMatchObject([
      { code: 'license-missing' },
    ])
  })

  it('is taken whole or not at all: each fault is named with its line', () => {
    const csv = `${heading}HCPCS,G2010,Good,25\nHCPCS,G2010,Twice,25\nLOINC,1-2,x,1\nHCPCS,G2211,,1\nHCPCS,G2212,x,1.5\nHCPCS,G2250\n`
    const { rows, faults } = readServiceCodes(csv, unlicensed)
    expect(rows).toEqual([])
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [3, 'code-twice'],
      [4, 'code-system'],
      [5, 'name'],
      [6, 'price'],
      [7, 'columns'],
    ])
  })

  it.each(['', 'code,name\n', 'HCPCS,G2010,Good,25\n'])('without its heading is not guessed at: %j', (csv) => {
    expect(readServiceCodes(csv, unlicensed).faults).toMatchObject([{ line: 1, code: 'heading' }])
  })

  it('names the line as an editor counts it, empty lines and line ends within a cell included', () => {
    const csv = `${heading}\nlocal,ABC1,"two\nlines",1\nlocal,ABC2,x,free\n`
    expect(readServiceCodes(csv, unlicensed).faults).toMatchObject([
      { line: 3, field: 'name' },
      { line: 5, field: 'charge' },
    ])
  })

  it('that is cut short within quotation marks is refused', () => {
    expect(readServiceCodes(`${heading}local,ABC1,"x",1\nlocal,ABC2,"cut,1\n`, unlicensed)).toMatchObject({
      rows: [],
      faults: [{ line: 3, code: 'quotation' }],
    })
  })

  it.each(['right\u202Eleft', 'bell\u0007', 'lost \uFFFD'])('with %j in a name is refused', (name) => {
    expect(readServiceCodes(`${heading}local,ABC1,${name},1\n`, unlicensed).faults).toMatchObject([
      { line: 2, field: 'name' },
    ])
  })

  it('of a hundred thousand lines is refused with one fault', () => {
    const csv = heading + 'local,ABC1,x,1\n'.repeat(100_000)
    expect(readServiceCodes(csv, unlicensed).faults).toMatchObject([{ line: 20_002, code: 'too-many' }])
  })

  it('may be anything: it never crashes and never half succeeds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string()), (noise) => {
        const { rows, faults } = readServiceCodes(heading + noise, unlicensed)
        expect(rows.length === 0 || faults.length === 0).toBe(true)
      }),
    )
  })

  it('keeps a formula as the text that it is', () => {
    expect(readServiceCodes(`${heading}local,ABC1,"=HYPERLINK(""x"")",1\n`, unlicensed).rows[0]?.name).toBe(
      '=HYPERLINK("x")',
    )
  })
})
