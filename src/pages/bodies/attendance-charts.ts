import { bars } from '../frame/charts/bars.js';
import { type Chart, chartOf } from '../frame/charts/chart.js';
import { columns } from '../frame/charts/columns.js';
import { count, when } from '../../kernel/words.js';
import { type MeetingAttendance, type MemberAttendance } from './attendance.js';

const COLUMN = 52;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const short = (date: string): readonly string[] => [`${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`, date.slice(0, 4)];

/** The members present when each meeting began, and whether the meeting kept its quorum. */
export function presentChart(meetings: readonly MeetingAttendance[]): Chart {
  const lost = meetings.filter(({ quorate }) => quorate === false).length;
  const presentWhere = (wanted: (one: MeetingAttendance) => boolean) => meetings.map((one) => (wanted(one) ? one.present : 0));
  return chartOf(
    {
      id: 'present',
      title: 'Present when each meeting began',
      description: `${count(meetings.length, 'meeting')}, ${lost} of which lost the quorum. ${meetings.map(({ date, present, of }) => `${when(date)}: ${present} of ${of}`).join('. ')}`,
      categoryTitle: 'Meeting',
      categories: meetings.map(({ date }) => ({ label: when(date), short: short(date) })),
      series: [
        { name: 'Present, quorum kept', look: 'solid', values: presentWhere(({ quorate }) => quorate !== false) },
        { name: 'Present, quorum lost', look: 'hatched', values: presentWhere(({ quorate }) => quorate === false) },
      ],
      mark: { name: 'Needed for a quorum', values: meetings.map(({ needed }) => needed) },
    },
    (data) => columns(data, COLUMN),
  );
}

/** How often each member came to meetings. */
export const membersChart = (members: readonly MemberAttendance[]): Chart =>
  chartOf(
    {
      id: 'members',
      title: 'How often each member was there',
      description: members.map(({ name, attended, meetings }) => `${name}: ${attended} of ${meetings}`).join('. '),
      categoryTitle: 'Member',
      categories: members.map(({ name }) => ({ label: name })),
      series: [
        { name: 'Attended', look: 'solid', values: members.map(({ attended }) => attended) },
        { name: 'Substitute', look: 'light', values: members.map(({ substituted }) => substituted) },
        { name: 'Apologies', look: 'dotted', values: members.map(({ apologies }) => apologies) },
        { name: 'Absent', look: 'hatched', values: members.map(({ absent }) => absent) },
      ],
    },
    bars,
  );
