/** A model of the contract, as far as this needs it. */
export interface ContractModel {
  readonly description?: string
  readonly properties?: Readonly<Record<string, unknown>>
}

interface Listed {
  readonly file: string
  readonly fields: readonly string[]
  /** Fields without a word about where they go. */
  readonly empty: readonly string[]
  /** The whole model goes nowhere, and the list says why. */
  readonly isNone: boolean
}

const heading = '## FHIR elements'

/** The items of the section: ``- **`Patient`**: Patient. `id` id; `name` name.`` or ``- **`Draft`**: none: a text that is not sent.`` */
const listedIn = (file: string, text: string): readonly (readonly [model: string, Listed])[] => {
  const [, section = ''] = text.split(`\n${heading}\n`)
  const [own = ''] = section.split('\n## ')
  return [...own.matchAll(/^- \*\*`(\w+)`\*\*: ([^\n]*)$/gm)].map(([, model = '', rest = '']) => {
    const [, ...after] = rest.split(/(?<=\.) (?=`)/)
    const parts = after
      .join(' ')
      .replace(/\.$/, '')
      .split('; ')
      .map((part) => /^`(\w+)` ?(.*)$/.exec(part))
    const fields = parts.flatMap((part) => (part?.[1] === undefined ? [] : [part[1]]))
    const empty = parts.flatMap((part) => (part?.[1] !== undefined && part[2] === '' ? [part[1]] : []))
    return [model, { file, fields, empty, isNone: rest.startsWith('none: ') && fields.length === 0 }]
  })
}

/** Names of the models in a part of the contract, at any depth. */
const modelsIn = (part: unknown, models: Readonly<Record<string, ContractModel>>, found = new Set<string>()) => {
  for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    const model = models[name]
    if (model === undefined || found.has(name)) continue
    found.add(name)
    modelsIn(model, models, found)
  }
  return found
}

/** Models of answers with a property that is health information: what a FHIR face would have to translate. */
export const shownModels = (paths: unknown, models: Readonly<Record<string, ContractModel>>): ReadonlySet<string> => {
  const responses = Object.values(paths as Readonly<Record<string, Readonly<Record<string, unknown>>>>).flatMap(
    (path) => Object.values(path).map((operation) => (operation as { readonly responses?: unknown }).responses),
  )
  return new Set(
    [...modelsIn(responses, models)].filter((name) =>
      JSON.stringify(models[name]?.properties ?? {}).includes('"x-phi"'),
    ),
  )
}

/**
 * What is wrong with the lists of FHIR elements in the READMEs of the domains. Every model of the contract that names a FHIR resource, and
 * every one of `shown`, is in one list, with each of its fields, or as a whole with the reason why it goes nowhere.
 */
export const fhirFaults = (
  models: Readonly<Record<string, ContractModel>>,
  readmes: Readonly<Record<string, string>>,
  shown: ReadonlySet<string> = new Set(),
): string[] => {
  const listed = Object.entries(readmes).flatMap(([file, text]) => listedIn(file, text))
  const names = listed.map(([name]) => name)
  const resources = Object.entries(models).filter(
    ([name, { description = '', properties }]) =>
      (description.includes('FHIR:') || shown.has(name)) && properties !== undefined,
  )
  return [
    ...resources
      .filter(([name]) => !names.includes(name))
      .map(([name]) => `${name} is in no README. List its fields under "${heading}" of its domain.`),
    ...names
      .filter((name, at) => names.indexOf(name) !== at)
      .map((name) => `${name} is in two lists. Keep the one of its domain.`),
    ...listed.flatMap(([name, { file, fields, empty, isNone }]) => {
      const properties = Object.keys(models[name]?.properties ?? {})
      if (properties.length === 0) return [`${file}: the contract has no model ${name} with fields. Remove it.`]
      if (isNone)
        return models[name]?.description?.includes('FHIR:') === true
          ? [`${file}: ${name} names a FHIR resource. List its fields.`]
          : []
      return [
        ...properties
          .filter((field) => !fields.includes(field))
          .map((field) => `${file}: ${name}.${field} has no FHIR element. Name it, or say "none".`),
        ...fields
          .filter((field) => !properties.includes(field))
          .map((field) => `${file}: ${name} has no field ${field}. Remove it.`),
        ...empty.map((field) => `${file}: ${name}.${field} says nothing. Name its FHIR element, or say "none".`),
      ]
    }),
  ]
}
