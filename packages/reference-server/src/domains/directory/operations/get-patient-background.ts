import { operation } from '../../../platform/contracts/operation.ts'
import { presentBackground } from '../presenters/present-background.ts'
import { readBackground } from '../store/backgrounds.ts'
import { requireOwnBackground } from '../workflows/require-own-background.ts'

export const getPatientBackground = operation()('getPatientBackground', {
  gather: ({ path }, _, context) => requireOwnBackground(context, path.patientId),
  read: async ({ path }, _, context) => ({
    status: 200,
    body: presentBackground(await readBackground(context.db, context, path.patientId)),
  }),
})
