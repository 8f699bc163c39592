import type { VisitType } from '@visitkit/sdk'

/** Whether the state where the patient will be matters: a license is needed there, or its law lets a minor consent to such care alone. */
export const dependsOnState = ({ licenseRequired, sensitivity }: VisitType): boolean =>
  licenseRequired || sensitivity !== undefined
