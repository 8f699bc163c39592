import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** Whose payment a report is about, among organizations that share an account of the processor. */
export const ownersOfPayments: Migration = {
  id: 'billing/0148-owners-of-payments',
  statements: [
    // Runs with the rights of its caller, and sets one organization after the other. It returns the organization, and nothing else.
    `create function billing.owner_of_payment(organizations uuid[], at_processor text) returns uuid
      language plpgsql security invoker set app.organization = '' as $function$
      declare
        each_organization uuid;
      begin
        foreach each_organization in array organizations loop
          perform set_config('app.organization', each_organization::text, true);
          if exists (select from billing.payments where reference = at_processor or payment_reference = at_processor) then
            return each_organization;
          end if;
        end loop;
        return null;
      end
      $function$`,
  ],
}
