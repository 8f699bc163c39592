import { operation } from '../../../platform/contracts/operation.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { DocumentationContext } from '../ports.ts'
import { presentTextMacro } from '../presenters/present-text-macro.ts'
import { listMacros } from '../store/text-macros.ts'

export const listTextMacros = operation<DocumentationContext>()('listTextMacros', {
  read: async (_input, _, context) => {
    const { organizationId } = context.caller
    const macros = await listMacros(context.db, context, [organizationId, personUuidOf(context.caller)])
    return { status: 200, body: { items: macros.map((each) => presentTextMacro(each, organizationId)) } }
  },
})
