import { listVersion } from '../../../../platform/database/changes/list-version.ts'

/** Marks a list of the owner as changed: a patient's signed prescriptions, or a practitioner's favorites. */
export const advanceList = listVersion('prescriptions.list_versions')
