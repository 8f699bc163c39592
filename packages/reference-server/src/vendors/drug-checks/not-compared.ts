import type { CheckedMedication, Finding } from './provider.ts'

/**
 * No free release has interactions in a form that can be compared, so that silence would look like a comparison. One finding for all that the
 * patient takes: another medicine makes it another one, which needs its own reason.
 */
export const interactionsNotCompared = (others: readonly CheckedMedication[], areClassesCompared: boolean): Finding => {
  const names = others.map(({ name }) => name).join('; ')
  return {
    kind: 'check-unavailable',
    severity: 'moderate',
    about: ['interactions', String(areClassesCompared), ...others.map(({ rxcui, name }) => rxcui || name)],
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
