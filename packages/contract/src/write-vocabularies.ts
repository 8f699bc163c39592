import type { OpenApiDocument, OpenApiSchema } from './lint-contract.ts'

/** The members of an enumeration, and of every enumeration in a union; null for any other schema. */
const membersOf = (document: OpenApiDocument, schema: OpenApiSchema): readonly string[] | null => {
  if (schema.$ref !== undefined) {
    const referenced = document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
    return referenced === undefined ? null : membersOf(document, referenced)
  }
  if (schema.enum !== undefined) return schema.enum
  const parts = schema.anyOf?.map((part) => membersOf(document, part)) ?? []
  return parts.length > 0 && parts.every((part) => part !== null) ? parts.flat() : null
}

/** Every closed list of codes of the contract, for programs that need the members at run time, when types no longer exist. */
export const writeVocabularies = (document: OpenApiDocument): string => {
  const rows = Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    const members = membersOf(document, schema)
    return members === null ? [] : [`  ${name}: [${members.map((member) => `'${member}'`).join(', ')}],`]
  })
  return `import type { components } from './types.ts'

type Schemas = components['schemas']

/** Every closed list of codes of the contract, by its name. */
export const vocabularies = {
${rows.sort().join('\n')}
} as const satisfies { readonly [Name in keyof Schemas]?: readonly Schemas[Name][] }

export type VocabularyName = keyof typeof vocabularies
`
}
