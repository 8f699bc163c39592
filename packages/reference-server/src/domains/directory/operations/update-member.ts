import { operation } from '../../../platform/contracts/operation.ts'
import { storeWrites } from '../../../platform/database/changes/store-writes.ts'
import { memberChanged, memberDisabled, practitionerChanged } from '../events.ts'
import { validateMember } from '../model/validate-records.ts'
import { lostRoles } from '../model/staff-roles.ts'
import { lastAdministrator, requireNoFaults, versionConflict } from '../problems.ts'
import { lockAdministrators, readMember, replaceMember, writeDisabledAt, type Member } from '../store/members.ts'
import { revokeInvitations } from '../workflows/revoke-invitations.ts'
import { findPractitionerByMember, replacePractitioner } from '../store/practitioners.ts'

export const updateMember = operation()('updateMember', {
  keep: async ({ path, body: { version, ...changes } }, _, context) => {
    const { tx, caller, emit } = context
    requireNoFaults(validateMember(changes))
    const administrators = await lockAdministrators(tx)
    const before = await readMember(tx, path.memberId)
    if (before.version !== version) throw versionConflict()
    const after: Member = {
      ...before,
      ...changes,
      roles: [...new Set(changes.roles ?? before.roles)],
      version: version + 1,
    }

    const administers = after.status === 'active' && after.roles.includes('administrator')
    if (administrators.length === 1 && administrators[0] === after.id && !administers) throw lastAdministrator()
    if (!(await storeWrites(tx, caller.organizationId, [replaceMember(after, before)]))) throw versionConflict()
    // By itself: one statement changes a row once.
    if (after.status !== before.status) {
      const disabledAt = after.status === 'disabled' ? context.now : null
      await storeWrites(tx, caller.organizationId, [writeDisabledAt(after.id, disabledAt)])
    }

    const lost = lostRoles(before.roles, after.roles)
    await emit(memberChanged(after, lost))
    if (before.status === 'active' && after.status === 'disabled') {
      await emit(memberDisabled(after.id))
      // The sign-in stays linked, because disabling can be undone; a pending code becomes void.
      await revokeInvitations(context, after.id)
      // A practitioner who cannot sign in must not be booked. Enabling the member again does not enable the practitioner: that needs a
      // decision.
      const practitioner = await findPractitionerByMember(tx, after.id)
      if (practitioner?.active) {
        const inactive = { ...practitioner, active: false, version: practitioner.version + 1 }
        if (!(await storeWrites(tx, caller.organizationId, [replacePractitioner(inactive, practitioner)])))
          throw versionConflict()
        await emit(practitionerChanged(inactive))
      }
    }
    return { status: 200, body: after }
  },
})
