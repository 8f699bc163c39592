import type { CheckedMedication, Finding } from './provider.ts'

const namesOf = (medicines: readonly CheckedMedication[]): string => medicines.map(({ name }) => name).join('; ')
const codesOf = (medicines: readonly CheckedMedication[]): readonly string[] =>
  medicines.map(({ rxcui, name }) => rxcui || name)

/**
 * Without an imported table interactions are not compared, and silence would look like a comparison. One finding for all that the patient
 * takes: another medicine makes it another one, which needs its own reason.
 */
export const interactionsNotCompared = (others: readonly CheckedMedication[], areClassesCompared: boolean): Finding => {
  const names = namesOf(others)
  return {
    kind: 'check-unavailable',
    severity: 'moderate',
    about: ['interactions', String(areClassesCompared), ...codesOf(others)],
    text: [
      {
        language: 'en',
        text: `${areClassesCompared ? 'Interactions' : 'Interactions and classes'} were not compared with what the patient takes: ${names}. Read the label.`,
      },
      {
        language: 'es',
        text: `No se compararon ${areClassesCompared ? 'las interacciones' : 'las interacciones ni los grupos'} con lo que toma el paciente: ${names}. Lea la etiqueta.`,
      },
      {
        language: 'ar',
        text: `لم تُقارن ${areClassesCompared ? 'التداخلات' : 'التداخلات والفئات'} بما يأخذه المريض: ${names}. اقرأ نشرة الدواء.`,
      },
    ],
  }
}

/** The class of the allergy or that of the medicine is not in the imported releases. */
export const classesNotCompared = (code: string, name: string): Finding => ({
  kind: 'check-unavailable',
  severity: 'low',
  about: ['allergy-class', code],
  text: [
    {
      language: 'en',
      text: `Only the ingredients were compared with this allergy, not the class: ${name}. Compare it yourself.`,
    },
    {
      language: 'es',
      text: `Con esta alergia solo se compararon los componentes, no el grupo: ${name}. Compárela usted.`,
    },
    { language: 'ar', text: `قورنت المكونات فقط بهذه الحساسية، لا الفئة: ${name}. قارنها بنفسك.` },
  ],
})

/** A table of pairs names what interacts. Of a medicine that it does not name, it is not known whether anyone looked. */
export const notInTable = (medicines: readonly CheckedMedication[]): Finding => {
  const names = namesOf(medicines)
  return {
    kind: 'check-unavailable',
    severity: 'moderate',
    about: ['interaction-table', ...codesOf(medicines)],
    text: [
      {
        language: 'en',
        text: `The interaction table does not name: ${names}. Interactions of it were not compared. Read the label.`,
      },
      {
        language: 'es',
        text: `La tabla de interacciones no nombra: ${names}. Sus interacciones no se compararon. Lea la etiqueta.`,
      },
      { language: 'ar', text: `جدول التداخلات لا يذكر: ${names}. لم تُقارن تداخلاته. اقرأ نشرة الدواء.` },
    ],
  }
}

/** Duplicates and interactions by class were not found, because the imported releases have no class of an ingredient. */
export const classesOfMedicinesNotCompared = (medicines: readonly CheckedMedication[]): Finding => {
  const names = namesOf(medicines)
  return {
    kind: 'check-unavailable',
    severity: 'moderate',
    about: ['classes', ...codesOf(medicines)],
    text: [
      {
        language: 'en',
        text: `Classes were not compared for: ${names}. Compare duplicates and interactions by class yourself.`,
      },
      {
        language: 'es',
        text: `No se compararon los grupos de: ${names}. Compare usted los duplicados y las interacciones por grupo.`,
      },
      { language: 'ar', text: `لم تُقارن فئات: ${names}. قارن بنفسك التكرار والتداخلات حسب الفئة.` },
    ],
  }
}

/** Classes were imported again after the table, without these. */
export const classesLost = (codes: readonly string[]): Finding => {
  const names = codes.join('; ')
  return {
    kind: 'check-unavailable',
    severity: 'moderate',
    about: ['lost-classes', ...codes],
    text: [
      {
        language: 'en',
        text: `The interaction table names classes that the imported releases no longer have: ${names}. Their interactions were not compared.`,
      },
      {
        language: 'es',
        text: `La tabla de interacciones nombra grupos que las ediciones importadas ya no tienen: ${names}. Sus interacciones no se compararon.`,
      },
      {
        language: 'ar',
        text: `يذكر جدول التداخلات فئات لم تعد في الإصدارات المستوردة: ${names}. لم تُقارن تداخلاتها.`,
      },
    ],
  }
}
