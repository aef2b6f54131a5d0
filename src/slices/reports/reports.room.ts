import { type Room } from '../../kernel/room.js';
import { reportEventVersions } from './report.events.js';
import { reportHistory } from './report.state.js';
import { reportsCommands } from './reports.commands.js';
import { ReportsModule, reportsProjections } from './reports.module.js';

export const reportsRoom: Room = {
  module: ReportsModule,
  commands: reportsCommands,
  projections: reportsProjections,
  versions: reportEventVersions,
  histories: { report: reportHistory },
};
