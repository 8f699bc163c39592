import type { Me } from '@visitkit/sdk'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'

/** Makes the sample's member an administrator. */
export const administrator: TestHandlers = {
  getMe: async (input) => ({
    ...((await createSampleWorld().handlersFor('practitioner').getMe!(input)) as Me),
    roles: ['administrator'],
    practitionerId: null,
    permissions: [
      'lab-test:read',
      'medication:read',
      'note-template:manage',
      'note-template:read',
      'organization:read',
      'organization:update',
      'practitioner:manage',
      'practitioner:read',
    ],
  }),
}
