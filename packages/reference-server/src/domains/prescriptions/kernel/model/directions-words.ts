import type { Directions } from './prescription.ts'

/* Words of directions in the languages of the label. */

interface Word {
  readonly en: readonly [one: string, more: string]
  readonly es: readonly [one: string, more: string]
}

export const doseUnits: Readonly<Record<Directions['doseUnit'], Word>> = {
  tablet: { en: ['tablet', 'tablets'], es: ['tableta', 'tabletas'] },
  capsule: { en: ['capsule', 'capsules'], es: ['cápsula', 'cápsulas'] },
  mL: { en: ['mL', 'mL'], es: ['mL', 'mL'] },
  g: { en: ['gram', 'grams'], es: ['gramo', 'gramos'] },
  mg: { en: ['mg', 'mg'], es: ['mg', 'mg'] },
  unit: { en: ['unit', 'units'], es: ['unidad', 'unidades'] },
  puff: { en: ['puff', 'puffs'], es: ['inhalación', 'inhalaciones'] },
  spray: { en: ['spray', 'sprays'], es: ['atomización', 'atomizaciones'] },
  drop: { en: ['drop', 'drops'], es: ['gota', 'gotas'] },
  patch: { en: ['patch', 'patches'], es: ['parche', 'parches'] },
  application: { en: ['application', 'applications'], es: ['aplicación', 'aplicaciones'] },
  suppository: { en: ['suppository', 'suppositories'], es: ['supositorio', 'supositorios'] },
  sachet: { en: ['sachet', 'sachets'], es: ['sobre', 'sobres'] },
  dose: { en: ['dose', 'doses'], es: ['dosis', 'dosis'] },
  inhaler: { en: ['inhaler', 'inhalers'], es: ['inhalador', 'inhaladores'] },
  'spray-bottle': { en: ['spray bottle', 'spray bottles'], es: ['frasco atomizador', 'frascos atomizadores'] },
}

interface Route {
  readonly en: readonly [verb: string, way: string]
  readonly es: readonly [verb: string, way: string]
}

export const routes: Readonly<Record<Directions['route'], Route>> = {
  oral: { en: ['Take', 'by mouth'], es: ['Tome', 'por la boca'] },
  sublingual: { en: ['Put', 'under the tongue'], es: ['Ponga', 'debajo de la lengua'] },
  topical: { en: ['Apply', 'to the skin'], es: ['Aplique', 'en la piel'] },
  transdermal: { en: ['Apply', 'to the skin'], es: ['Aplique', 'en la piel'] },
  inhalation: { en: ['Inhale', ''], es: ['Inhale', ''] },
  nasal: { en: ['Use', 'in the nose'], es: ['Use', 'en la nariz'] },
  ophthalmic: { en: ['Put', 'in the eye'], es: ['Ponga', 'en el ojo'] },
  otic: { en: ['Put', 'in the ear'], es: ['Ponga', 'en el oído'] },
  injection: { en: ['Inject', ''], es: ['Inyecte', ''] },
  subcutaneous: { en: ['Inject', 'under the skin'], es: ['Inyecte', 'debajo de la piel'] },
  rectal: { en: ['Insert', 'in the rectum'], es: ['Introduzca', 'en el recto'] },
}
