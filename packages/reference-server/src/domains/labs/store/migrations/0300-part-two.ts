import type { Migration } from '../../../../platform/contracts/migration.ts'
import { transmissionsOfVisits } from '../../../../platform/partners/transmissions-table.ts'

export const partTwo: Migration = { id: 'labs/0300-part-two', statements: transmissionsOfVisits('labs') }
