import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

/** Reports of video vendors that did not fit, as they came, until they are at the desk. */
export const heldReports: Migration = {
  id: 'visits/0138-held-reports',
  statements: [
    ...tenantTable({
      schema: 'visits',
      name: 'held_reports',
      columns: { vendor: 'text not null', reader: 'text not null', reason: 'text not null', subject: 'text not null' },
      sealed: true,
    }),
    // Runs with the rights of its caller, and sets one organization after the other. It returns rooms that were given, and nothing else.
    `create function visits.rooms_of(organizations uuid[], at_vendor text, rooms text[]) returns setof text
      language plpgsql security invoker set app.organization = '' as $function$
      declare
        each_organization uuid;
      begin
        foreach each_organization in array organizations loop
          perform set_config('app.organization', each_organization::text, true);
          return query select room from unnest(rooms) as room
            where exists (select from visits.visits where vendor = at_vendor and vendor_room_id = room)
              or exists (select from visits.room_attempts where vendor = at_vendor and (key = room or vendor_room_id = room));
        end loop;
      end
      $function$`,
  ],
}
