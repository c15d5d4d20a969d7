import { addDays, businessDate, weekday } from '../../domain/measures/instant.js';
import type { Colleague } from './cast.js';
import { at, millilitres, now, pairOnDuty, recordTogether, sideBySide, until } from './clinic.js';
import type { Clinic } from './clinic.js';
import { correctVial } from './story/wrong-vial.js';
import { apart, count } from './counting.js';
import { deeds } from './course.js';
import type { Course, Deeds, SealedBag } from './course.js';
import { coursesOfToday, isEveningAlone } from './courses.js';
import { begin, infuse, prescribe } from './infusion.js';
import type { LooseEnds } from './loose-ends.js';
import { closeToday, settleYesterday } from './paperwork.js';
import { tell } from './quarter.js';
import { closeOut, findPastUse, receiveWhatRunsLow } from './stockroom.js';
import { STORY } from './story/story.js';
import { lineOf } from './way-in.js';
import type { Answered } from './way-in.js';

/** ISO 8601: Monday is 1. */
const FRIDAY = 5;
const SATURDAY = 6;
const MORNING = 8 * 60;
const COURSES_OF_A_MORNING = 4;
const CLINICIANS: readonly Colleague['key'][] = ['nina', 'omar', 'june'];

/** Moves the calendar to the next business day, at the hour when the first person unlocks the door. */
export function nextMorning(clinic: Clinic): void {
  let date = businessDate(clinic.today);
  do date = addDays(date, 1);
  while (weekday(date) >= SATURDAY);
  const before = clinic.clock.now();
  clinic.today = date;
  clinic.day += 1;
  clinic.minute = MORNING;
  // Each of the three has every third day off.
  clinic.onDuty = CLINICIANS.filter((_key, index) => index !== clinic.day % CLINICIANS.length);
  const opens = Date.parse(at(clinic, MORNING));
  clinic.clock.advance(opens - Date.parse(before));
}

/** Lives one business day. */
export async function liveOneDay(clinic: Clinic, ends: LooseEnds): Promise<void> {
  await clinic.way.beginDay();
  await settleYesterday(clinic, ends);
  await findPastUse(clinic);
  ends.deliveries.push(...(await receiveWhatRunsLow(clinic)));
  await tell(STORY, 'morning', { clinic, ends });
  const done = await infusions(clinic);
  for (const vial of done.emptied) await closeOut(clinic, vial);
  keep(done, ends);
  for (const bag of ends.bags.splice(0)) await openBag(clinic, bag);
  await tell(STORY, 'afternoon', { clinic, ends });
  await closingCounts(clinic, ends);
  await tell(STORY, 'evening', { clinic, ends });
  await closeToday(clinic, ends);
}

/** A morning at work, for whoever looks in then: two infusions are over, one is drawn for, and one is ordered. */
export async function liveAMorning(clinic: Clinic): Promise<void> {
  await clinic.way.beginDay();
  const done = deeds();
  for (const [index, course] of (await coursesOfToday(clinic))
    .slice(0, COURSES_OF_A_MORNING)
    .entries()) {
    const usual: Course = { ...course, slip: 'none' };
    if (index < COURSES_OF_A_MORNING - 2) await infuse(clinic, usual, done);
    else if (index < COURSES_OF_A_MORNING - 1) await begin(clinic, usual, done);
    else await prescribe(clinic, usual, usual.patient.given, done);
  }
}

/** What one infusion left, to what the others left: people at other chairs work at the same time. */
function add(own: Deeds, done: Deeds): void {
  done.orders.push(...own.orders);
  done.draws.push(...own.draws);
  done.emptied.push(...own.emptied);
  done.unsigned.push(...own.unsigned);
  done.bags.push(...own.bags);
  done.sent.push(...own.sent);
}

function keep(done: Deeds, ends: LooseEnds): void {
  ends.unsigned.push(...done.unsigned);
  ends.bags.push(...done.bags);
  ends.sent.push(...done.sent);
  ends.orders.splice(0, ends.orders.length, ...done.orders);
}

/** All infusions of a day: one after the other at a small clinic, side by side where several people work. */
async function infusions(clinic: Clinic): Promise<Deeds> {
  const done = deeds();
  const courses = await coursesOfToday(clinic);
  const give = async (course: Course): Promise<void> => {
    const own = deeds();
    await infuse(clinic, course, own);
    add(own, done);
    const [drawn] = own.draws;
    if (course.slip === 'wrong-vial' && drawn !== undefined)
      await correctVial(clinic, course, drawn);
  };
  const atChairs = Array.from({ length: clinic.size.chairs }, (_, chair) =>
    courses.filter((_course, index) => index % clinic.size.chairs === chair),
  );
  await sideBySide(
    clinic,
    atChairs.map((own) => async () => {
      for (const course of own) await give(course);
    }),
  );
  return done;
}

/** Whoever comes to see it looks at the seal and the number first. */
async function openBag(clinic: Clinic, { number, sealedBy, volume }: SealedBag): Promise<void> {
  await until(clinic, clinic.minute + 2);
  await recordTogether(
    clinic,
    sealedBy,
    {
      kind: 'release-hold',
      door: 'holds/openings',
      body: {
        ...now(clinic),
        bag: number,
        end: 'wasted',
        seal: 'intact',
        found: millilitres(volume),
        manner: 'rx-destroyer',
      },
    },
    { who: 'custodian', meaning: 'witnessed', seen: ['sealed-bag', 'destruction'] },
  );
}

/** The safe each evening, the cabinet of the treatment room on Fridays. */
async function closingCounts(clinic: Clinic, ends: LooseEnds): Promise<void> {
  await until(clinic, clinic.minute + 10);
  const { first, second } = pairOnDuty(clinic);
  const isCustodian = clinic.day % 2 === 0 && !isEveningAlone(clinic);
  const keeper = isCustodian ? 'custodian' : first;
  const beside = apart(clinic, keeper, [first, second]);
  const safe = await count(clinic, keeper, { type: 'day', location: 'safe', ...beside });
  const counts = [safe];
  if (weekday(businessDate(clinic.today)) === FRIDAY) {
    const counter = isEveningAlone(clinic) ? first : second;
    counts.push(await count(clinic, counter, { type: 'cycle', location: 'cabinet' }));
  }
  ends.counts = counts.map((each) => lineOf(each).line);
  ends.cases.push(...counts.flatMap(casesOf));
}

const casesOf = ({ discrepancies }: Answered): readonly string[] =>
  Array.isArray(discrepancies) ? discrepancies.map(String) : [];
