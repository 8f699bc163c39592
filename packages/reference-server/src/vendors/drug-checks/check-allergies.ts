import type { KnownDrugs } from './known-drugs.ts'
import type { CheckedMedication, Finding, KnownAllergy } from './provider.ts'
import type { RuleSet } from './rule-set.ts'

/** Words in lower case without accents and punctuation: ` allergic to penicillin `. */
const wordsOf = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/**
 * Matches beginnings of words: `penicillin` is found in `Penicillins` and in `allergic to penicillin`. A short word is matched whole:
 * `sulfa` is not found in `sulfate`.
 */
const mentions = (text: string, word: string): boolean => {
  const [words, begun] = [wordsOf(text), wordsOf(word).trimEnd()]
  return word.length > 5 ? words.includes(begun) : words.includes(`${begun} `) || words.includes(`${begun}s `)
}

/** Matches nothing but the words, alone or in the plural: `cat` is not found in `Cataflam`, nor in `cat and codeine`. */
const isOnly = (text: string, word: string): boolean =>
  [word, `${word}s`, `${word}es`].some(
    (each) => wordsOf(text).replace(/ (allergy|allergies|allergic to) /, ' ') === wordsOf(each),
  )

/** Each substance of an allergy in words: one that is known says nothing about another next to it. */
const partsOf = (allergy: KnownAllergy): readonly KnownAllergy[] => {
  if (allergy.rxcui !== undefined) return [allergy]
  const parts = allergy.name.split(/[,;/+&]|\s(?:and|or|y|e|o)\s/i).filter((part) => wordsOf(part).trim() !== '')
  return parts.length === 0 ? [allergy] : parts.map((name) => ({ ...allergy, name: name.trim() }))
}

export const allergyFindings = (
  rules: RuleSet,
  drugs: KnownDrugs,
  medication: CheckedMedication,
  allergies: readonly KnownAllergy[],
): Finding[] =>
  allergies.flatMap((allergy) =>
    partsOf(allergy).flatMap((part) =>
      findingsOf(rules, drugs, medication, part).map((finding) => ({ ...finding, with: allergy.name })),
    ),
  )

const findingsOf = (
  rules: RuleSet,
  drugs: KnownDrugs,
  medication: CheckedMedication,
  allergy: KnownAllergy,
): Finding[] => {
  const { severity, rxcui } = allergy
  const to = rxcui ?? allergy.name.toLowerCase()
  const found = { kind: 'allergy', severity: severity === 'mild' ? 'moderate' : 'high' } as const
  const same = medication.ingredients.find((each) => each.rxcui === rxcui || mentions(allergy.name, each.name))
  if (same)
    return [
      {
        ...found,
        about: [to, same.rxcui],
        text: [
          { language: 'en', text: `The patient is allergic to ${same.name}, which is in this medicine.` },
          { language: 'es', text: `El paciente es alérgico a ${same.name}, que contiene este medicamento.` },
        ],
      },
    ]
  const allergic = rules.classes.filter(
    ({ ingredients, words }) =>
      (rxcui !== undefined && ingredients.includes(rxcui)) || words.some((word) => mentions(allergy.name, word)),
  )
  const taken = medication.ingredients.flatMap((each) => drugs.classesOf(each.rxcui))
  const shared = allergic.find(({ code }) => taken.some((each) => each.code === code))
  if (shared)
    return [
      {
        ...found,
        about: [to, shared.code],
        text: shared.name.map(({ language, text }) => ({
          language,
          text:
            language === 'es'
              ? `El paciente es alérgico a un medicamento del grupo: ${text}.`
              : `The patient is allergic to a medicine of this class: ${text}.`,
        })),
      },
    ]
  const crossed = rules.crossAllergies.filter(
    ({ allergyTo, concerns }) =>
      allergic.some(({ code }) => code === allergyTo) && taken.some(({ code }) => code === concerns),
  )
  if (crossed.length > 0)
    return crossed.map(({ concerns, severity: cross, text }) => ({
      kind: 'allergy',
      severity: severity === 'severe' ? 'high' : cross,
      about: [to, concerns],
      text,
    }))
  const isUnderstood =
    allergic.length > 0 ||
    (rxcui !== undefined && drugs.isKnown(rxcui)) ||
    rules.notMedicines.some((word) => isOnly(allergy.name, word))
  return isUnderstood ? [] : [unknownAllergy(to, allergy.name)]
}

const unknownAllergy = (to: string, name: string): Finding => ({
  kind: 'check-unavailable',
  severity: 'moderate',
  about: ['allergy', to],
  text: [
    { language: 'en', text: `This allergy is not known to the checks: ${name}. Compare it yourself.` },
    { language: 'es', text: `Las comprobaciones no conocen esta alergia: ${name}. Compárela usted.` },
    { language: 'ar', text: `لا تعرف الفحوص هذه الحساسية: ${name}. قارنها بنفسك.` },
  ],
})
