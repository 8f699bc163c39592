import { describe, expect, it } from 'vitest'
import { isTransliterated, nameInLatin } from './name-in-latin.ts'
import { splitDisplayName } from './split-display-name.ts'

describe('a name for a partner that carries Latin letters', () => {
  it.each([
    ['Núñez', 'Zoë', { family: 'Núñez', given: 'Zoë' }],
    ['Иванова', 'Юлия', { family: 'Ivanova', given: 'Yuliya' }],
    ['Παπαδόπουλος', 'Γιώργος', { family: 'Papadopoulos', given: 'Giorgos' }],
    ['李', '小龙', { family: 'Li', given: 'Xiaolong' }],
    ['김', '민준', { family: 'Gim', given: 'Minjun' }],
    ['محمد', 'علي', { family: 'Mhmd', given: 'Ly' }],
  ])('%s, %s', (family, given, sent) => {
    expect(nameInLatin({ name: { family, given } })).toEqual(sent)
  })

  it('is the one that the person uses, before any transliteration, and never a former one', () => {
    const name = { family: '山田', given: '花子' }
    const usual = { use: 'usual', family: 'Yamada', given: 'Hanako' } as const
    expect(nameInLatin({ name, otherNames: [{ use: 'old', family: 'Suzuki', given: 'Hanako' }, usual] })).toEqual({
      family: 'Yamada',
      given: 'Hanako',
    })
    expect([isTransliterated({ name, otherNames: [usual] }), isTransliterated({ name })]).toEqual([false, true])
  })
})

describe('the parts of a display name', () => {
  it.each([
    ['Dr. Casey Example', { given: 'Casey', family: 'Example' }],
    ['Prof. Dr. Ada B. Example, MD, PhD', { given: 'Ada B.', family: 'Example' }],
    ['Dr. Maria de la Cruz', { given: 'Maria', family: 'de la Cruz' }],
    ['Casey Example Jr., MD', { given: 'Casey', family: 'Example', suffix: 'Jr.' }],
    ['Casey Example, III', { given: 'Casey', family: 'Example', suffix: 'III' }],
    ['Cher', { given: '', family: 'Cher' }],
  ])('%s', (displayName, parts) => {
    expect(splitDisplayName(displayName)).toEqual(parts)
  })
})
