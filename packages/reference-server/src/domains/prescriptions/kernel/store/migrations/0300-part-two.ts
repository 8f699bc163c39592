import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { transmissionsOfVisits } from '../../../../../platform/partners/transmissions-table.ts'

export const partTwo: Migration = {
  id: 'prescriptions/0300-part-two',
  statements: transmissionsOfVisits('prescriptions'),
}
