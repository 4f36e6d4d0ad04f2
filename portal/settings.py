"""All settings, read from the environment. A missing production secret stops the boot with one sentence."""

import ipaddress
from pathlib import Path
from urllib.parse import unquote

import environ
from csp.constants import NONCE, NONE, SELF
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from portal.core import push_key
from portal.timetable import TIMETABLE

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

TESTING = env.bool("HANDRAIL_TESTING", default=False)
DEMO = env.bool("HANDRAIL_DEMO", default=False)
DEBUG = False


def secret(name: str) -> str:
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. See the configuration table in README.md.")
    return value


SECRET_KEY = secret("SECRET_KEY")
FIELD_KEYS = secret("HANDRAIL_FIELD_KEYS")
SAFETY_KEYS = secret("HANDRAIL_SAFETY_KEYS")
INDEX_KEY = secret("HANDRAIL_INDEX_KEY")

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
BASE_URL = env.str("HANDRAIL_BASE_URL", default="http://localhost:8000").rstrip("/")
SECURE = BASE_URL.startswith("https://")
BIND = env.str("HANDRAIL_BIND", default="127.0.0.1")


def is_loopback(host: str) -> bool:
    if host in {"localhost", "testserver"}:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


if DEMO and not (is_loopback(BIND) and all(is_loopback(host) for host in ALLOWED_HOSTS)):
    raise ImproperlyConfigured(
        "Demo mode has known passwords, so it runs on this machine only. "
        "Set HANDRAIL_DEMO=0, or use loopback addresses in HANDRAIL_BIND and ALLOWED_HOSTS."
    )

SITE_NAME = env.str("HANDRAIL_SITE_NAME", default="Handrail")
SITE_COUNTRY = env.str("SITE_COUNTRY", default="GB")
MINIMUM_AGE = env.int("HANDRAIL_MINIMUM_AGE", default=18)
FEVER_CELSIUS = env.float("HANDRAIL_FEVER_CELSIUS", default=37.5)
BOUNCE_SECRETS = env.list("HANDRAIL_BOUNCE_SECRETS", default=[])  # the newest first; none: no such address
WEBHOOK_PRIVATE_HOSTS = env.list("HANDRAIL_WEBHOOK_PRIVATE_HOSTS", default=[])
PUSH_KEY, PUSH_CONTACT, PUSH_SERVICES = push_key.from_environment(env)  # without a key none of it exists
LINK_CHECKS = env.bool("HANDRAIL_LINK_CHECKS", default=not (DEMO or TESTING))
LINK_CHECK_ALSO: list[str] = []
CONTACT_EMAIL = env.str("HANDRAIL_CONTACT_EMAIL", default="")
MAIL_DIR = env.str("HANDRAIL_MAIL_DIR", default="")
STATE_DIR = env.str("HANDRAIL_STATE_DIR", default="" if TESTING else str(BASE_DIR / "var" / "state"))

INSTALLED_APPS = [
    "portal.core",
    "portal.accounts.apps.AccountsConfig",
    "portal.vocabulary",
    "portal.notifications",
    "portal.safety",
    "portal.moderation",
    "articles",
    "groups",
    "selfcare",
    "portal.home",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.headless",
    "content_editor",
    "django_prose_editor",
    "rest_framework",
    "drf_spectacular",
    "portal.accounts.apps.StaffDeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "portal.core.middleware.live",
    "portal.home.middleware.probes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "portal.safety.middleware.urgent_help",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.core.middleware.private",
    "portal.accounts.middleware.personal_settings",
    "portal.home.middleware.frame_answers",
    "portal.home.middleware.leave_nothing",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.accounts.middleware.last_seen",
    "articles.middleware.old_addresses",
    "portal.core.middleware.not_allowed",
    "portal.accounts.repeating.answer_once",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
FORM_RENDERER = "portal.core.forms.PortalRenderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "portal.core.shell.shell",
            ],
        },
    }
]

# --- database: one role owns and migrates, another serves ---
DATABASES = {"default": env.db("DATABASE_URL")}
DATABASES["default"]["ENGINE"] = "django.db.backends.postgresql"
DATABASES["default"]["HOST"] = unquote(DATABASES["default"]["HOST"] or "")  # a socket folder, written with %2F
DATABASES["default"]["CONN_MAX_AGE"] = 0
DATABASES["default"]["OPTIONS"] = DATABASES["default"].get("OPTIONS", {}) | {
    "pool": {"min_size": 1, "max_size": env.int("DATABASE_POOL", default=8), "timeout": 10},
    "connect_timeout": 5,
}
# Pages ask many short questions of single rows: planning for a disk without a moving head, and compiling nothing.
DATABASES["default"]["OPTIONS"].setdefault("options", "-c random_page_cost=1.1 -c jit=off")
if TESTING:
    DATABASES["default"]["OPTIONS"].pop("pool")
APP_ROLE = env.str("HANDRAIL_APP_ROLE", default="handrail_app")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- cache and broker ---
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default="redis://127.0.0.1:6379/0")


def cache_location(broker: str) -> str:
    """The shared cache lives on the broker's server when that is Redis or Valkey, in its second database."""
    if broker.startswith("redis+socket://"):
        return "unix://" + broker.removeprefix("redis+socket://").split("?")[0] + "?db=1"
    if broker.startswith(("redis://", "rediss://")):
        return broker.rsplit("/", 1)[0] + "/1" if broker.count("/") > 2 else broker + "/1"
    return ""


CACHE_URL = env.str("CACHE_URL", default="") or cache_location(CELERY_BROKER_URL)
CACHES = {
    "default": {"BACKEND": "portal.core.caching.ForgivingRedisCache", "LOCATION": CACHE_URL, "KEY_PREFIX": "handrail"}
    if CACHE_URL
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "handrail_cache"}
}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

# --- Celery: the broker carries "look now" hints, the database holds the truth ---
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker waits for its broker as long as it takes
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    "max_retries": 1,  # a page that saved does not wait for a broker that is away
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BEAT_SCHEDULE = TIMETABLE
DELIVERY_BATCH = env.int("DELIVERY_BATCH", default=50)

# --- e-mail ---
EMAIL_CONFIG = env.email("EMAIL_URL", default="smtp://127.0.0.1:2525")
globals().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 30
EMAIL_BACKEND = "portal.notifications.backend.NoDirectMail"
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Handrail <no-reply@handrail.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- people and sign-in ---
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher" if TESTING else "portal.accounts.hashers.Argon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:today"
ACCOUNT_LOGOUT_REDIRECT_URL = "home:home"
ACCOUNT_ADAPTER = "portal.notifications.allauth.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "portal.accounts.forms.SignupForm"
ACCOUNT_FORMS = {
    "login": "portal.accounts.forms.account.Login",
    "signup": "portal.accounts.forms.account.Signup",
    "add_email": "portal.accounts.forms.account.AddEmail",
    "change_password": "portal.accounts.forms.account.ChangePassword",
    "set_password": "portal.accounts.forms.account.SetPassword",
    "reset_password": "portal.accounts.forms.account.ResetPassword",
    "reset_password_from_key": "portal.accounts.forms.account.ResetPasswordKey",
    "reauthenticate": "portal.accounts.forms.account.Reauthenticate",
    "request_login_code": "portal.accounts.forms.account.RequestLoginCode",
    "confirm_login_code": "portal.accounts.forms.account.ConfirmLoginCode",
}
ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD = "website"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # as long as the mail may take; three wrong tries end it sooner
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # only in the browser that just gave the password
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
MFA_TOTP_ISSUER = SITE_NAME
MFA_TOTP_TOLERANCE = 1  # the code before and after: people may type slowly, and phones' clocks drift
MFA_FORMS = {
    "authenticate": "portal.accounts.forms.account.SecondStep",
    "authenticate_webauthn": "portal.accounts.forms.account.SecondStepByKey",
    "reauthenticate": "portal.accounts.forms.account.SecondStepAgain",
    "activate_totp": "portal.accounts.forms.account.ActivateApp",
    "add_webauthn": "portal.accounts.forms.account.AddKey",
    "edit_webauthn": "portal.accounts.forms.account.RenameKey",
    "login_webauthn": "portal.accounts.forms.account.LoginByKey",
    "reauthenticate_webauthn": "portal.accounts.forms.account.KeyAgain",
}
MFA_ADAPTER = "portal.accounts.mfa.MFAAdapter"
USERSESSIONS_TRACK_ACTIVITY = True
USERSESSIONS_ADAPTER = "portal.notifications.allauth.SessionsAdapter"
HEADLESS_CLIENTS = ("app",)
HEADLESS_SERVE_SPECIFICATION = False
if TESTING:
    ACCOUNT_RATE_LIMITS = False  # tests sign in more often than people; those about limits turn them on

# --- security ---
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_FAILURE_VIEW = "portal.core.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [BASE_URL] if SECURE else []
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "camera": [],
    "geolocation": [],
    "microphone": [],
    "payment": [],
    "usb": [],
    "publickey-credentials-get": ["self"],
    "publickey-credentials-create": ["self"],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000

# --- languages and time ---
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
if TESTING or DEMO:
    LANGUAGES.append(("ar-x-pseudo", _("Right-to-left test")))
LANGUAGES_BIDI = ["ar", "fa", "he", "ur", "ar-x-pseudo"]
CONTENT_LANGUAGES = env.list("HANDRAIL_CONTENT_LANGUAGES", default=["en"])
if not CONTENT_LANGUAGES or {*CONTENT_LANGUAGES} - {*LANG_INFO, *dict(LANGUAGES)}:
    raise ImproperlyConfigured("HANDRAIL_CONTENT_LANGUAGES: Name languages by their codes, such as en,tr,ar.")
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- static files ---
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
PLAIN_STATIC = TESTING or DEMO
GATHERED_ROOT = BASE_DIR / "var" / "gathered"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]
if not TESTING:  # tests see each style sheet as its own
    STATICFILES_FINDERS.insert(0, "portal.core.gathering.GatheredFinder")
COLLECTED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if PLAIN_STATIC else COLLECTED},
}
WHITENOISE_USE_FINDERS = PLAIN_STATIC
WHITENOISE_AUTOREFRESH = TESTING
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["map", "woff", "woff2", "png", "jpg", "webp", "avif", "ico", "gz", "br"]

# --- API ---
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.SessionAuthentication",
        "allauth.headless.contrib.rest_framework.authentication.XSessionTokenAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticatedOrReadOnly"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["portal.core.parsers.PlainJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "portal.core.paging.KeysetPagination",
    "PAGE_SIZE": 20,
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {"anon": "120/min", "user": "240/min"} if not TESTING else {"anon": None, "user": None},
    "NUM_PROXIES": ALLAUTH_TRUSTED_PROXY_COUNT,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "portal.core.problems.as_problem",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Handrail API",
    "DESCRIPTION": "The same doors and operations as the pages. Errors are problem documents (RFC 9457) with a code.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "PREPROCESSING_HOOKS": ["portal.home.api_docs.without_devices"],
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "portal.home.api_docs.with_idempotency_keys",
    ],
    "ENUM_NAME_OVERRIDES": {
        "ArticleState": "articles.models.Article.State",
        "ActivityKind": "selfcare.models.Kind",
        "CarerScope": "selfcare.models.CarerLink.Scope",
        "SessionKind": "groups.models.Session.Kind",
        "GroupAudience": "groups.circle.READERS",
        "FollowLevel": "groups.models.Level",
        "ThreadFollowLevel": "groups.api.THREAD_LEVELS",
    },
}

# --- logs: events and ids, never what people wrote ---
LOGGING_CONFIG = "portal.core.logs.configure"
LOGGING: dict[str, object] = {"version": 1}
