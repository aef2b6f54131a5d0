import { room } from '../../kernel/room.js';
import { type ReportEvent, reportEventVersions } from './report.events.js';
import { reportHistory } from './report.state.js';
import { reportsCommands } from './reports.commands.js';
import { ReportsModule, reportsProjections } from './reports.module.js';
import { reportTold } from './report.sentences.js';
import { reportDues } from './report.due.js';
import { reportGrounds } from './report.grounds.js';
import { reportLinks } from './report.links.js';

export const reportsRoom = room<ReportEvent>({
  module: ReportsModule,
  commands: reportsCommands,
  projections: reportsProjections,
  versions: reportEventVersions,
  histories: { report: reportHistory },
  told: reportTold,
  due: reportDues,
  grounds: reportGrounds,
  links: reportLinks,
});
