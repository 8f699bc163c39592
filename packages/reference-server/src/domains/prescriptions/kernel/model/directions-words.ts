/** Words of directions in the languages of the label. What is not listed is written as it was given. */

interface Word {
  readonly en: readonly [one: string, more: string]
  readonly es: readonly [one: string, more: string]
}

export const doseUnits: Readonly<Record<string, Word>> = {
  tablet: { en: ['tablet', 'tablets'], es: ['tableta', 'tabletas'] },
  capsule: { en: ['capsule', 'capsules'], es: ['cápsula', 'cápsulas'] },
  ml: { en: ['mL', 'mL'], es: ['mL', 'mL'] },
  g: { en: ['gram', 'grams'], es: ['gramo', 'gramos'] },
  mg: { en: ['mg', 'mg'], es: ['mg', 'mg'] },
  unit: { en: ['unit', 'units'], es: ['unidad', 'unidades'] },
  puff: { en: ['puff', 'puffs'], es: ['inhalación', 'inhalaciones'] },
  spray: { en: ['spray', 'sprays'], es: ['atomización', 'atomizaciones'] },
  drop: { en: ['drop', 'drops'], es: ['gota', 'gotas'] },
  patch: { en: ['patch', 'patches'], es: ['parche', 'parches'] },
  application: { en: ['application', 'applications'], es: ['aplicación', 'aplicaciones'] },
  suppository: { en: ['suppository', 'suppositories'], es: ['supositorio', 'supositorios'] },
}

interface Route {
  readonly en: readonly [verb: string, way: string]
  readonly es: readonly [verb: string, way: string]
}

export const routes: Readonly<Record<string, Route>> = {
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

/** `Tablets` and `tablet(s)` are `tablet`. */
export const doseUnitOf = (given: string): string => {
  const word = given
    .trim()
    .toLowerCase()
    .replace(/\(s\)$/, '')
  const singular = Object.entries(doseUnits).find(
    ([key, { en }]) => key === word || en.some((each) => each.toLowerCase() === word),
  )
  return singular?.[0] ?? word
}
