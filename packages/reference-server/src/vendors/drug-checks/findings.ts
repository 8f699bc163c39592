import type { components } from '@visitkit/contract'
import type { CheckedMedication, Finding, KnownAllergy } from './provider.ts'

type Names = readonly components['schemas']['LocalizedText'][]

/** A class without a name in a language is named in English there, and never left out. */
const nameIn = (names: Names, language: string): string =>
  [language, 'en'].flatMap((each) => names.find((name) => name.language === each)?.text ?? [])[0] ??
  names[0]?.text ??
  ''

/** The identity of an allergy: its code, or its words. */
export const codeOfAllergy = ({ rxcui, name }: KnownAllergy): string => rxcui ?? name.toLowerCase()

const severityOfAllergy = ({ severity }: KnownAllergy): Finding['severity'] =>
  severity === 'mild' ? 'moderate' : 'high'

export const allergyToIngredient = (
  allergy: KnownAllergy,
  same: { readonly rxcui: string; readonly name: string },
): Finding => ({
  kind: 'allergy',
  severity: severityOfAllergy(allergy),
  about: [codeOfAllergy(allergy), same.rxcui],
  text: [
    { language: 'en', text: `The patient is allergic to ${same.name}, which is in this medicine.` },
    { language: 'es', text: `El paciente es alérgico a ${same.name}, que contiene este medicamento.` },
    { language: 'ar', text: `لدى المريض حساسية من ${same.name}، وهو في هذا الدواء.` },
  ],
})

export const allergyToClass = (allergy: KnownAllergy, code: string, names: Names): Finding => ({
  kind: 'allergy',
  severity: severityOfAllergy(allergy),
  about: [codeOfAllergy(allergy), code],
  text: [
    { language: 'en', text: `The patient is allergic to a medicine of this class: ${nameIn(names, 'en')}.` },
    { language: 'es', text: `El paciente es alérgico a un medicamento del grupo: ${nameIn(names, 'es')}.` },
    { language: 'ar', text: `لدى المريض حساسية من دواء من هذه الفئة: ${nameIn(names, 'ar')}.` },
  ],
})

export const unknownAllergy = (allergy: KnownAllergy): Finding => ({
  kind: 'check-unavailable',
  severity: 'moderate',
  about: ['allergy', codeOfAllergy(allergy)],
  text: [
    { language: 'en', text: `This allergy is not known to the checks: ${allergy.name}. Compare it yourself.` },
    { language: 'es', text: `Las comprobaciones no conocen esta alergia: ${allergy.name}. Compárela usted.` },
    { language: 'ar', text: `لا تعرف الفحوص هذه الحساسية: ${allergy.name}. قارنها بنفسك.` },
  ],
})

/** A medicine, prescribed now or taken already, that was compared with nothing but its own ingredients. */
export const unknownMedicine = (medication: CheckedMedication, { rxcui, name }: CheckedMedication): Finding => ({
  kind: 'check-unavailable',
  severity: 'moderate',
  // A medicine in words has no code: two of them are two findings.
  about: ['medication', rxcui || name.toLowerCase()],
  ...(rxcui !== medication.rxcui && { with: name }),
  text: [
    {
      language: 'en',
      text: `This medicine is not known to the checks: ${name}. Compare allergies and interactions yourself.`,
    },
    {
      language: 'es',
      text: `Las comprobaciones no conocen este medicamento: ${name}. Compare usted las alergias y las interacciones.`,
    },
    { language: 'ar', text: `لا تعرف الفحوص هذا الدواء: ${name}. قارن الحساسيات والتداخلات بنفسك.` },
  ],
})

export const duplicateOfIngredient = (
  same: { readonly rxcui: string; readonly name: string },
  other: CheckedMedication,
): Finding => ({
  kind: 'duplicate',
  severity: 'high',
  about: [same.rxcui],
  with: other.name,
  text: [
    { language: 'en', text: `The patient takes ${same.name} already.` },
    { language: 'es', text: `El paciente ya toma ${same.name}.` },
    { language: 'ar', text: `يتناول المريض ${same.name} بالفعل.` },
  ],
})

export const duplicateOfClass = (about: readonly string[], names: Names, other: CheckedMedication): Finding => ({
  kind: 'duplicate',
  severity: 'moderate',
  about,
  with: other.name,
  text: [
    { language: 'en', text: `Another medicine of the same class: ${nameIn(names, 'en')}.` },
    { language: 'es', text: `Otro medicamento del mismo grupo: ${nameIn(names, 'es')}.` },
    { language: 'ar', text: `دواء آخر من الفئة نفسها: ${nameIn(names, 'ar')}.` },
  ],
})
