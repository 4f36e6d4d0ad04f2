"""How people really write: contractions, texting, words pulled apart. Data for the tokeniser.

`typed: read as`. A contraction without its apostrophe is listed only where it is not another word ("well", "were", "its").
"""


def table(lines: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in lines.strip().splitlines():
        typed, _, read = line.partition(":")
        for form in typed.split():
            table[form] = tuple(read.split())
    return table


CONTRACTIONS = table("""
i'm im i'am iam: i am
i've ive: i have
i'd: i would
i'll: i will
i'ma ima imma: i am going to
you're youre ur'e: you are
you've youve: you have
you'd youd: you would
you'll youll: you will
he's hes: he is
she's shes: she is
it's: it is
he'd: he would
she'd: she would
he'll: he will
she'll: she will
it'll itll: it will
it'd itd: it would
we're: we are
we've weve: we have
we'll: we will
we'd: we would
they're theyre: they are
they've theyve: they have
they'll theyll: they will
they'd theyd: they would
that's thats: that is
that'll thatll: that will
that'd: that would
there's theres: there is
there'll: there will
here's heres: here is
what's whats wots: what is
who's whos: who is
where's wheres: where is
how's hows: how is
everyone's: everyone is
everybody's: everybody is
nothing's: nothing is
life's: life is
let's lets: let us
don't dont don,t do'nt donot dnt: do not
doesn't doesnt dosent dosnt: does not
didn't didnt dident: did not
can't cant cannot carnt cnt: can not
couldn't couldnt: could not
won't wont: will not
wouldn't wouldnt: would not
shouldn't shouldnt: should not
mustn't mustnt: must not
needn't: need not
isn't isnt: is not
aren't arent: are not
wasn't wasnt wasent: was not
weren't werent: were not
haven't havent havnt: have not
hasn't hasnt: has not
hadn't hadnt: had not
ain't aint: is not
daren't: dare not
shan't: shall not
could've couldve coulda: could have
would've wouldve woulda: would have
should've shouldve shoulda: should have
might've: might have
must've: must have
y'all: you all
""")

TEXTING = table("""
wanna wana: want to
gonna gunna gona goin2 gonna': going to
gotta: got to
hafta: have to
tryna trynna: trying to
finna boutta: about to
needa: need to
dunno: do not know
gimme: give me
lemme: let me
kinda: kind of
sorta: sort of
outta: out of
lotta: lot of
u yu: you
ur: your
r: are
y: why
luv: love
h8 h8s: hate
bout: about
agen agn agian agin: again
bc cuz cos coz cus becuase becos bcoz: because
tho: though
thru: through
w/o: without
abt: about
ppl: people
rn: right now
2day 2dy: today
2nite 2night tonite tonigt 2nyt: tonight
tonights tonight's: tonight is
nite nyt: night
2moro 2morrow tmrw tmr tmw tmoro tomoz tomorow tommorow tommorrow 2mrw: tomorrow
2gether: together
4ever foreva: forever
b4: before
m8: mate
gr8: great
l8r: later
sum1 sumone: someone
any1 ne1: anyone
every1 evry1 evryone: everyone
no1 noone: no one
nobdy: nobody
sumthing sumthin smth: something
nothin nuthin nothing' nuffin: nothing
anythin: anything
everythin: everything
fkn fking fkin fuckin f'ing f'n: fucking
pls plz: please
thx: thanks
idk: i do not know
idc: i do not care
ily: i love you
ik: i know
imo: in my opinion
wtf: what
kms: kill myself
kys: kill yourself
unalive unaliving unalived: kill
unaliveing: killing
sewerslide sooicide: suicide
temps: temp
chemo's chemos: chemo
dr's: doctor
gp's: gp
&: and
""")

# Two tokens that are one word pulled apart, and phrases run together.
JOINED = {
    ("my", "self"): "myself",
    ("him", "self"): "himself",
    ("her", "self"): "herself",
    ("them", "selves"): "themselves",
    ("your", "self"): "yourself",
    ("any", "more"): "anymore",
    ("over", "dose"): "overdose",
    ("over", "dosed"): "overdosed",
    ("over", "dosing"): "overdosing",
    ("good", "bye"): "goodbye",
    ("every", "one"): "everyone",
    ("every", "body"): "everybody",
    ("every", "thing"): "everything",
    ("some", "one"): "someone",
    ("any", "one"): "anyone",
    ("sui", "cide"): "suicide",
    ("sui", "cidal"): "suicidal",
    ("to", "night"): "tonight",
    ("to", "day"): "today",
    ("to", "morrow"): "tomorrow",
    ("with", "out"): "without",
    ("for", "ever"): "forever",
    ("co", "codamol"): "cocodamol",
    ("co", "dydramol"): "cocodamol",
    ("self", "harm"): "selfharm",
    ("self", "harmed"): "selfharmed",
    ("self", "harming"): "selfharming",
    ("self", "harms"): "selfharms",
    ("self", "injury"): "selfharm",
    ("self", "injure"): "selfharm",
    ("self", "injuring"): "selfharming",
    ("self", "mutilation"): "selfharm",
    ("self", "mutilate"): "selfharm",
    ("in", "law"): "inlaw",
    ("in", "laws"): "inlaws",
}
