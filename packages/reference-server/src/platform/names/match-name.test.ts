import { describe, expect, it } from 'vitest'
import { matchName, sameNameScore, similarNameScore, type ReportedName } from './match-name.ts'
import type { PersonNames } from './person-name.ts'

const reported = (family: string, given: string | null, rest: Partial<ReportedName> = {}): ReportedName => ({
  ...{ family, given },
  ...rest,
})
const ours = (
  family: string,
  given: string,
  rest: object = {},
  otherNames?: PersonNames['otherNames'],
): PersonNames => ({
  name: { family, given, ...rest },
  otherNames,
})

describe('a reported name is the official one', () => {
  it.each([
    ['in capitals', reported('SAMPLE', 'PAT'), ours('Sample', 'Pat')],
    ['without accents', reported('NUNEZ', 'ZOE'), ours('Núñez', 'Zoë')],
    ['without the apostrophe', reported('OBRIEN', 'PAT'), ours('O’Brien', 'Pat')],
    ['with another apostrophe', reported("O'Brien", 'Pat'), ours('OʼBrien', 'Pat')],
    ['without the hyphen', reported('EXAMPLE SAMPLE', 'PAT'), ours('Example-Sample', 'Pat')],
    ['in one word', reported('DELACRUZ', 'PAT'), ours('de la Cruz', 'Pat')],
    ['with ß as ss', reported('STRASSE', 'PAT'), ours('Straße', 'Pat')],
    ['with ü as ue', reported('MUELLER', 'JOERG'), ours('Müller', 'Jörg')],
    ['with ü as u', reported('MULLER', 'JORG'), ours('Müller', 'Jörg')],
    ['with ø as o', reported('OSTERGAARD', 'SOREN'), ours('Østergaard', 'Søren')],
    ['with ø as oe', reported('OESTERGAARD', 'SOEREN'), ours('Østergaard', 'Søren')],
    ['with å as aa', reported('AASEN', 'PAT'), ours('Åsen', 'Pat')],
    ['with ł as l', reported('LUKASIK', 'WLADYSLAW'), ours('Łukasik', 'Władysław')],
    ['with þ and ð', reported('THORDARSON', 'DADI'), ours('Þórðarson', 'Daði')],
    ['with the Turkish i in capitals', reported('ISIK', 'IBRAHIM'), ours('Işık', 'İbrahim')],
    ['with the Turkish i in small letters', reported('isik', 'ibrahim'), ours('IŞIK', 'İBRAHİM')],
    ['with ligatures', reported('AESIR', 'OEUVRE'), ours('Æsir', 'Œuvre')],
    ['with marks of Vietnamese', reported('NGUYEN', 'VAN A'), ours('Nguyễn', 'Văn A')],
    [
      'with the parts of a first name apart',
      reported('Sample', 'JEAN', { middle: ['PIERRE'] }),
      ours('Sample', 'Jean-Pierre'),
    ],
    ['with two first names in one word', reported('Sample', 'MaryAnn'), ours('Sample', 'Mary Ann')],
    ['with a middle name that we have not', reported('Sample', 'Pat', { middle: ['Lee'] }), ours('Sample', 'Pat')],
    ['without a middle name that we have', reported('Sample', 'Pat'), ours('Sample', 'Pat', { middle: ['Lee'] })],
    ['with an initial', reported('Sample', 'Pat', { middle: ['L.'] }), ours('Sample', 'Pat', { middle: ['Lee'] })],
    ['with a suffix that we have not', reported('SAMPLE JR', 'PAT'), ours('Sample', 'Pat')],
    ['with the suffix in a field of its own', reported('Sample', 'Pat', { suffix: 'Jr.' }), ours('Sample Jr', 'Pat')],
    ['without the first name', reported('Sample', null), ours('Sample', 'Pat')],
    ['of a person with one name', reported('SUHARTO', 'FNU'), ours('', 'Suharto')],
    ['of a person with one name, as the first', reported('', 'Suharto'), ours('', 'Suharto')],
    ['in Arabic without the vowels', reported('علي', 'محمد'), ours('علي', 'مُحَمَّد')],
    ['in Arabic with another alef', reported('احمد', 'منى'), ours('أحمد', 'مني')],
  ])('%s', (_, name, known) => {
    const { agreement, use, score } = matchName(name, known)
    expect(['exact', 'folded']).toContain(agreement)
    expect([use, score >= sameNameScore]).toEqual(['official', true])
  })
})

describe('a name of another script is the official one in Latin letters', () => {
  it.each([
    ['Cyrillic', reported('IVANOV', 'YULIYA'), ours('Иванов', 'Юлия')],
    ['Cyrillic, as passports spell it', reported('IVANOV', 'IULIIA'), ours('Иванов', 'Юлия')],
    ['Cyrillic, as we know it', reported('Щербаков', 'Дмитрий'), ours('Shcherbakov', 'Dmitry')],
    ['Greek', reported('PAPADOPOULOS', 'GIORGOS'), ours('Παπαδόπουλος', 'Γιώργος')],
    ['Chinese', reported('LI', 'XIAOLONG'), ours('李', '小龙')],
    ['Chinese, in syllables', reported('LI', 'XIAO LONG'), ours('李', '小龙')],
    ['Arabic, as this server sent it', reported('MHMD', 'LY'), ours('محمد', 'علي')],
  ])('%s', (_, name, known) => {
    const match = matchName(name, known)
    expect(match).toMatchObject({ agreement: 'transliterated', use: 'official' })
    expect(match.score).toBeGreaterThanOrEqual(sameNameScore)
  })
})

it('another name of the person is said by its use, and counts a little less', () => {
  const known = ours('Sample', 'Pat', {}, [
    { use: 'maiden', given: 'Pat', family: 'Example' },
    { use: 'nickname', given: 'Patty', family: 'Sample' },
  ])
  expect(matchName(reported('EXAMPLE', 'PAT'), known)).toEqual({ agreement: 'folded', use: 'maiden', score: 90 })
  expect(matchName(reported('Sample', 'Patty'), known)).toEqual({ agreement: 'exact', use: 'nickname', score: 95 })
  expect(matchName(reported('Sample', 'Pat'), known)).toEqual({ agreement: 'exact', use: 'official', score: 100 })
})

it('a name in Latin letters that the person uses is found before a transliteration', () => {
  const known = ours('山田', '花子', {}, [{ use: 'usual', given: 'Hanako', family: 'Yamada' }])
  expect(matchName(reported('YAMADA', 'HANAKO'), known)).toMatchObject({ agreement: 'folded', use: 'usual' })
})

describe('a similar name is not the same one', () => {
  it.each([
    ['partial', 'one part of a double name', reported('Garcia', 'Ana'), ours('García López', 'Ana')],
    ['partial', 'a name that is cut off', reported('CHRISTOPHERSO', 'PAT'), ours('Christopherson', 'Pat')],
    ['partial', 'an initial', reported('Sample', 'P'), ours('Sample', 'Pat')],
    ['reordered', 'names exchanged', reported('Pat', 'Sample'), ours('Sample', 'Pat')],
    ['reordered', 'a family name that is written first', reported('Xiaolong', 'Li'), ours('Li', 'Xiaolong')],
  ] as const)('%s: %s', (agreement, _, name, known) => {
    const match = matchName(name, known)
    expect(match.agreement).toBe(agreement)
    expect(match.score).toBeLessThan(sameNameScore)
    expect(match.score >= similarNameScore).toBe(agreement === 'partial')
  })
})

describe('another person is', () => {
  it.each([
    ['a twin with another first name', reported('Sample', 'Sam'), ours('Sample', 'Pat')],
    [
      'a twin with another middle name',
      reported('Sample', 'Pat', { middle: ['Beth'] }),
      ours('Sample', 'Pat', { middle: ['Ann'] }),
    ],
    ['a twin of the same consonants', reported('Ali', 'Husayn'), ours('علي', 'حسن')],
    ['one whose name begins alike', reported('Sample', 'Ann'), ours('Sample', 'Anna')],
    ['the father', reported('Sample', 'Pat', { suffix: 'Sr' }), ours('Sample', 'Pat', { suffix: 'Jr' })],
    ['one with another family name', reported('Samples', 'Pat'), ours('Sample', 'Pat')],
    ['one without a name', reported('', ''), ours('Sample', 'Pat')],
    ['one with an empty first name', reported('Sample', ''), ours('Sample', 'Pat')],
    ['one of another script', reported('PETROV', 'PAT'), ours('Иванов', 'Юлия')],
  ])('%s', (_, name, known) => {
    expect(matchName(name, known)).toMatchObject({ agreement: 'none', score: 0 })
  })
})

it('names of signs alone are compared as they are', () => {
  expect(matchName(reported('!?', '<>'), ours('!?', '<>')).agreement).toBe('exact')
  expect(matchName(reported('!!', '<>'), ours('!?', '<>')).score).toBeLessThan(similarNameScore)
})
