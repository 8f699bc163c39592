import type { components } from '@visitkit/contract'
import { invalidRequest } from '../../problems.ts'
import { requireValidWindows } from './require-valid-windows.ts'

type Resource = components['schemas']['Resource']

/** Refuses hours that are not valid, an interpreter without a language, and a room with one. The zone has its name in the IANA database. */
export const requireValidResource = (resource: Resource): Resource => {
  const zone = requireValidWindows({ zone: resource.zone, weekly: resource.weekly, exceptions: [] })
  const isInterpreter = resource.kind === 'interpreter'
  if (isInterpreter !== resource.languages.length > 0)
    throw invalidRequest([
      {
        pointer: '/languages',
        code: isInterpreter ? 'required' : 'wrong_value',
        message: isInterpreter
          ? 'Must name at least one language of the interpreter.'
          : 'Must be absent: only an interpreter has languages.',
      },
    ])
  return { ...resource, zone }
}
