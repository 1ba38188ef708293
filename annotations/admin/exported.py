"""Add the export of selected rows to those admin pages of `newsroom` to which this package adds nothing
else.
"""

from django.contrib import admin

from annotations.admin.exporting import exports_of
from newsroom.admin.activity import ActivityAdmin
from newsroom.admin.outlets import OutletAdmin
from newsroom.admin.revisions import RevisionAdmin
from newsroom.models import Activity, Outlet, Revision

# These pages replace the ones that `newsroom` registers, because only this package knows exports.
admin.site.unregister([Activity, Outlet, Revision])


@admin.register(Activity)
class ExportedActivityAdmin(ActivityAdmin):
    actions = exports_of("activity")


@admin.register(Outlet)
class ExportedOutletAdmin(OutletAdmin):
    actions = [*exports_of("outlets"), *OutletAdmin.actions]


@admin.register(Revision)
class ExportedRevisionAdmin(RevisionAdmin):
    actions = exports_of("revisions")
