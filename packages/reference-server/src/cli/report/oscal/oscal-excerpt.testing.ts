/**
 * The part of NIST's OSCAL 1.1.3 models that our documents use, as a JSON Schema of our own: which members an object may have, which it must
 * have, and the form of their values. Stricter than NIST's, which allows members that we never write. NIST's own schemas are files of its
 * releases; with `OSCAL_SCHEMAS` the test validates against them too.
 */
type Schema = Readonly<Record<string, unknown>>

const markup: Schema = { type: 'string', minLength: 1 }
const string: Schema = { type: 'string', pattern: String.raw`^\S(.*\S)?$` }
const token: Schema = { type: 'string', pattern: String.raw`^[\p{L}_][\p{L}\p{N}.\-_]*$` }
const uuid: Schema = {
  type: 'string',
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
}
const time: Schema = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$` }
const uri: Schema = { type: 'string', pattern: '^https://.+$' }
const reference: Schema = { type: 'string', pattern: '^(https://|#).+$' }

const oneOf = (...values: readonly string[]): Schema => ({ enum: values })
const some = (items: Schema): Schema => ({ type: 'array', minItems: 1, items })
const object = (
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
})

const props = some(object({ name: token, value: string }, { ns: uri }))
const metadata = object(
  { title: markup, 'last-modified': time, version: string, 'oscal-version': oneOf('1.1.3') },
  { remarks: markup },
)
const backMatter = object({
  resources: some(
    object({ uuid }, { title: markup, description: markup, rlinks: some(object({ href: uri, 'media-type': string })) }),
  ),
})

export const componentDefinitionExcerpt: Schema = object({
  'component-definition': object({
    uuid,
    metadata,
    components: some(
      object({
        uuid,
        type: string,
        title: markup,
        description: markup,
        props,
        'control-implementations': some(
          object({
            uuid,
            source: reference,
            description: markup,
            'implemented-requirements': some(
              object({ uuid, 'control-id': token, description: markup }, { props, remarks: markup }),
            ),
          }),
        ),
      }),
    ),
    'back-matter': backMatter,
  }),
})

const finding = object(
  {
    uuid,
    title: markup,
    description: markup,
    target: object(
      {
        type: oneOf('statement-id', 'objective-id'),
        'target-id': token,
        status: object(
          { state: oneOf('satisfied', 'not-satisfied') },
          { reason: oneOf('pass', 'fail', 'other'), remarks: markup },
        ),
      },
      { 'implementation-status': object({ state: oneOf('implemented', 'partial', 'planned') }) },
    ),
  },
  { props, 'related-observations': some(object({ 'observation-uuid': uuid })) },
)

export const assessmentResultsExcerpt: Schema = object({
  'assessment-results': object({
    uuid,
    metadata,
    'import-ap': object({ href: reference }, { remarks: markup }),
    results: some(
      object(
        {
          uuid,
          title: markup,
          description: markup,
          start: time,
          'reviewed-controls': object({
            'control-selections': some(object({ 'include-controls': some(object({ 'control-id': token })) })),
          }),
        },
        {
          end: time,
          props,
          'local-definitions': object({
            components: some(
              object({
                uuid,
                type: string,
                title: markup,
                description: markup,
                status: object({ state: oneOf('operational') }),
              }),
            ),
          }),
          observations: some(
            object(
              { uuid, description: markup, methods: some(oneOf('TEST')), collected: time },
              {
                title: markup,
                types: some(token),
                subjects: some(object({ 'subject-uuid': uuid, type: oneOf('component') })),
                'relevant-evidence': some(object({ description: markup }, { href: uri })),
              },
            ),
          ),
          findings: some(finding),
        },
      ),
    ),
    'back-matter': backMatter,
  }),
})
